import { authorize } from "@/lib/auth/authorize"
import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { IntegrationUpdate, IntegrationView } from "@/lib/domain/integration"
import { refusalsToCheck } from "@/lib/domain/login"
import { RequestError } from "@/lib/domain/problem"
import { providerId } from "@/lib/domain/provider-id"
import { viaPrisma } from "@/lib/jobs/enqueue"
import { addressChanges } from "./address-changes"
import { changeStreams } from "./change-streams"
import { checkConnection } from "./check-connection"
import { chooseSchedule } from "./choose-schedule"
import type { Connecting } from "./create-integration"
import { findIntegration } from "./find-integration"
import { getIntegration } from "./get-integration"
import { mergeCredentials } from "./merge-credentials"
import { closeBreaker } from "./outcome/close-breaker"
import { parseConnection } from "./parse-connection"
import { planNextSync } from "./plan-next-sync"
import { refuseFixed } from "./refuse-fixed"
import { lockSchedules } from "./schedules/lock-schedules"
import { planNext } from "./schedules/store"
import { sealCredentials } from "./seal-credentials"
import { settingsOf } from "./settings-of"

/**
 * Writes an integration anew; admins only. Credentials, and a schedule, that are left out stay as they are. The connection is
 * tried first unless `check` is false. Throws 403, 404, 422 by field, and a ProviderError when the provider refuses.
 */
export async function updateIntegration(
  actor: Actor,
  id: string,
  input: IntegrationUpdate,
  { check, providers, catalog, now }: Connecting,
): Promise<IntegrationView> {
  authorize(actor, "ADMIN")
  const before = await findIntegration(actor, id)
  const providerName = providerId.parse(before.provider)
  const provider = providers[providerName]
  const { settings, credentials } = parseConnection(provider, {
    settings: input.settings,
    credentials: mergeCredentials(before, input.credentials, {
      before: settingsOf(before),
      after: input.settings,
      origins: provider.origins,
    }),
  })
  refuseFixed(catalog[providerName], settingsOf(before), settings)
  const { name, syncEnabled } = input
  const schedule = chooseSchedule(input, before)
  if (check) await checkConnection({ id: providerName, provider, connection: { settings, credentials } })
  const { state, nextSyncAt } = closeBreaker(before, now)
  await prisma().$transaction(async (tx) => {
    await lockSchedules(viaPrisma(tx), id)
    // The check above takes its time, and the integration may have been removed meanwhile
    const { count } = await tx.integration.updateMany({
      where: { id, deletedAt: null },
      data: {
        name,
        settings,
        ...sealCredentials(credentials, id),
        ...schedule,
        syncEnabled,
        state,
        nextSyncAt: planNextSync({ ...before, nextSyncAt }, { ...schedule, syncEnabled }, now),
      },
    })
    if (count === 0) throw new RequestError(404, "This integration was removed while it was being saved.")
    await viaPrisma(tx).query(planNext, [id])
    // Members gave their own credentials for the address that was: they enter them again, as the admin does
    if (addressChanges({ before: settingsOf(before), after: settings, origins: provider.origins }))
      await tx.integrationLogin.updateMany({
        where: { integrationId: id },
        data: { refusals: refusalsToCheck },
      })
    const entry = catalog[providerName]
    await changeStreams({ db: viaPrisma(tx), integrationId: id, entry, streams: undefined, now })
  })
  return getIntegration(actor, id, catalog)
}
