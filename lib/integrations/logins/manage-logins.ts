import { authorize } from "@/lib/auth/authorize"
import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { type LoginInput, type LoginView, loginView, refusalsToCheck } from "@/lib/domain/login"
import { RequestError } from "@/lib/domain/problem"
import type { Catalog, Providers } from "@/lib/domain/provider"
import { providerId } from "@/lib/domain/provider-id"
import { checkConnection } from "@/lib/integrations/check-connection"
import { findIntegration } from "@/lib/integrations/find-integration"
import { makeId } from "@/lib/integrations/make-id"
import { parseConnection } from "@/lib/integrations/parse-connection"
import { settingsOf } from "@/lib/integrations/settings-of"
import { seal } from "@/lib/secrets"
import { deleteLogin, selectLogins, upsertLogin } from "./store"

type Row = Omit<LoginView, "state" | "lastUsedAt" | "lastRefusedAt"> & {
  refusals: number
  lastUsedAt: Date | null
  lastRefusedAt: Date | null
}

/** The logins of an integration, without secrets: an admin sees all, everybody else their own. Throws 404. */
export async function listLogins(actor: Actor, integrationId: string): Promise<LoginView[]> {
  await findIntegration(actor, integrationId)
  const whose = actor.role === "ADMIN" ? null : actor.userId
  const { rows } = await pool().query<Row>(selectLogins, [integrationId, actor.accountId, whose])
  return rows.map(({ refusals, lastUsedAt, lastRefusedAt, ...row }) =>
    loginView.parse({
      ...row,
      state: refusals < refusalsToCheck ? "valid" : "needs_check",
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
      lastRefusedAt: lastRefusedAt?.toISOString() ?? null,
    }),
  )
}

type Saving = { check: boolean; providers: Providers; catalog: Catalog }

/**
 * Keeps somebody's own credentials in a connected system, encrypted, after trying them; members and admins, each their own.
 * Throws 403, 404, 409 where the system takes none or its settings were changed meanwhile, 422 by field, and a ProviderError when it
 * refuses them.
 */
export async function saveLogin(
  actor: Actor,
  integrationId: string,
  input: LoginInput,
  { check, providers, catalog }: Saving,
): Promise<LoginView[]> {
  authorize(actor, "MEMBER")
  const integration = await findIntegration(actor, integrationId)
  const id = providerId.parse(integration.provider)
  if (catalog[id].takesLogins !== true)
    throw new RequestError(409, `${catalog[id].name} takes the integration's own credentials alone.`)
  const settings = settingsOf(integration)
  const connection = parseConnection(providers[id], { settings, credentials: input })
  if (check) await checkConnection({ id, provider: providers[id], connection })
  const loginId = await makeId()
  const { ciphertext, keyId } = seal(connection.credentials, loginId)
  const username = connection.credentials.username ?? ""
  const { accountId, userId } = actor
  const values = [loginId, integrationId, accountId, userId, username, ciphertext, keyId, settings]
  // The check takes its time, and the address may be another by now
  if ((await pool().query(upsertLogin, values)).rowCount === 0)
    throw new RequestError(
      409,
      "An admin changed or removed this integration meanwhile, so your login was not kept. Look at its address and enter the login again.",
    )
  return listLogins(actor, integrationId)
}

/** Forgets a login: one's own, or as an admin anybody's. Throws 404. */
export async function removeLogin(actor: Actor, integrationId: string, loginId: string): Promise<void> {
  await findIntegration(actor, integrationId)
  const whose = actor.role === "ADMIN" ? null : actor.userId
  const { rowCount } = await pool().query(deleteLogin, [integrationId, actor.accountId, loginId, whose])
  if (rowCount === 0) throw new RequestError(404, "There is no login with this id that you may remove.")
}
