import { authorize } from "@/lib/auth/authorize"
import type { Actor } from "@/lib/domain/account"
import type { Json } from "@/lib/domain/json"
import type { Catalog, Providers } from "@/lib/domain/provider"
import { type ProviderId, providerId } from "@/lib/domain/provider-id"
import type { Check } from "@/lib/domain/session"
import { checkConnection } from "./check-connection"
import { findIntegration } from "./find-integration"
import { findTwins } from "./find-twins"
import { mergeCredentials } from "./merge-credentials"
import type { KnownConnection } from "./open-integration-session"
import { parseConnection } from "./parse-connection"
import { settingsOf } from "./settings-of"

export type CheckRequest =
  | { provider: ProviderId; settings: Record<string, Json>; credentials: Record<string, string> }
  | {
      integrationId: string
      settings?: Record<string, Json> | undefined
      credentials?: Record<string, string> | undefined
    }

/**
 * Whether a connection works: one from the wizard before anything is stored, or a stored one with what is being edited over
 * it; admins only. Warns of an integration that is the same. Throws 403, 404, 422 by field, and a ProviderError when the provider refuses.
 */
export async function checkIntegration(
  actor: Actor,
  request: CheckRequest,
  { providers, catalog }: { providers: Providers; catalog: Catalog },
): Promise<Check> {
  authorize(actor, "ADMIN")
  const known = await connectionFor(actor, request, providers)
  const check = await checkConnection(known)
  const twins = await findTwins({
    accountId: actor.accountId,
    entry: catalog[known.id],
    connection: known.connection,
    except: "integrationId" in request ? request.integrationId : null,
  })
  return { ...check, warnings: [...check.warnings, ...twins.map(twinWarning)] }
}

const twinWarning = (name: string): string =>
  `“${name}” already connects to there with the same credentials. Connect it once more only to read another part of it.`

/** The connection that is asked about, parsed; its provider with it. Throws 404, and 422 by field. */
export async function connectionFor(
  actor: Actor,
  request: CheckRequest,
  providers: Providers,
): Promise<KnownConnection> {
  const { provider: id, ...given } = "provider" in request ? request : await stored(actor, request, providers)
  const provider = providers[id]
  return { id, provider, connection: parseConnection(provider, given) }
}

async function stored(
  actor: Actor,
  request: Extract<CheckRequest, { integrationId: string }>,
  providers: Providers,
) {
  const integration = await findIntegration(actor, request.integrationId)
  const before = settingsOf(integration)
  const settings = request.settings ?? before
  const provider = providerId.parse(integration.provider)
  const { origins } = providers[provider]
  return {
    provider,
    settings,
    credentials: mergeCredentials(integration, request.credentials, { before, after: settings, origins }),
  }
}
