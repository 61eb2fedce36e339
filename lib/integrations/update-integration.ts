import { authorize } from "@/lib/auth/authorize"
import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { IntegrationUpdate, IntegrationView } from "@/lib/domain/integration"
import { refusalsToCheck } from "@/lib/domain/login"
import { providerId } from "@/lib/domain/provider-id"
import { viaPrisma } from "@/lib/jobs/enqueue"
import { addressChanges } from "./address-changes"
import { changeStreams } from "./change-streams"
import { checkConnection } from "./check-connection"
import { chooseSchedule } from "./choose-schedule"
import type { Connecting } from "./create-integration"
import { findIntegration } from "./find-integration"
import { getIntegration } from "./get-integration"
import { lockIntegration } from "./lock-integration"
import { mergeCredentials } from "./merge-credentials"
import { closeBreaker } from "./outcome/close-breaker"
import { parseConnection } from "./parse-connection"
import { planNextSync } from "./plan-next-sync"
import { refuseFixed } from "./refuse-fixed"
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
  chooseSchedule(input, before) // A wrong one is told before the provider is asked
  if (check) await checkConnection({ id: providerName, provider, connection: { settings, credentials } })
  await prisma().$transaction(async (tx) => {
    // The check above takes its time: its schedules may be others by now, and a run may have ended
    const current = await lockIntegration(tx, id)
    const schedule = chooseSchedule(input, current)
    const { state, nextSyncAt } = closeBreaker(current, now)
    await tx.integration.update({
      where: { id },
      data: {
        name,
        settings,
        ...sealCredentials(credentials, id),
        ...schedule,
        syncEnabled,
        state,
        nextSyncAt: planNextSync({ ...current, nextSyncAt }, { ...schedule, syncEnabled }, now),
      },
    })
    await viaPrisma(tx).query(planNext, [id])
    // Members gave their own credentials for the address that was: they enter them again, as the admin does
    if (addressChanges({ before: settingsOf(current), after: settings, origins: provider.origins }))
      await tx.integrationLogin.updateMany({
        where: { integrationId: id },
        data: { refusals: refusalsToCheck },
      })
    const entry = catalog[providerName]
    await changeStreams({ db: viaPrisma(tx), integrationId: id, entry, streams: undefined, now })
  })
  return getIntegration(actor, id, catalog)
}
