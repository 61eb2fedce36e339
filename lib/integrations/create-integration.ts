import { authorize } from "@/lib/auth/authorize"
import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { IntegrationInput, IntegrationView } from "@/lib/domain/integration"
import type { Catalog, CatalogEntry, Providers } from "@/lib/domain/provider"
import { viaPrisma } from "@/lib/jobs/enqueue"
import { defaultSchedule } from "@/lib/schedule/default-schedule"
import { firstSyncAt } from "@/lib/schedule/first-sync-at"
import { providersOf } from "@/lib/schedule/providers-of"
import { scheduleOf } from "@/lib/schedule/schedule-of"
import { changeStreams } from "./change-streams"
import { checkConnection } from "./check-connection"
import { chooseSchedule, type ScheduleColumns } from "./choose-schedule"
import { getIntegration } from "./get-integration"
import { makeId } from "./make-id"
import { parseConnection } from "./parse-connection"
import { addSchedules } from "./schedules/manage-schedules"
import { sealCredentials } from "./seal-credentials"

export type Connecting = { check: boolean; providers: Providers; catalog: Catalog; now: Date }

/**
 * Connects a system; admins only. Its credentials are tried first unless `check` is false, and stored encrypted. With neither
 * interval nor cron it gets its provider's usual schedule; either given as null, and not the other, means manual only. The
 * first MDM of an account whose devices were kept by hand becomes its device source, since that is why one connects it.
 * Throws 403, 422 by field, and a ProviderError when the provider refuses.
 */
export async function createIntegration(
  actor: Actor,
  input: IntegrationInput,
  { check, providers, catalog, now }: Connecting,
): Promise<IntegrationView> {
  authorize(actor, "ADMIN")
  const provider = providers[input.provider]
  const connection = parseConnection(provider, input)
  const several = hasOwn(input) ? [] : (catalog[input.provider].schedules ?? [])
  const schedule =
    several.length > 0
      ? { syncInterval: null, cron: null, timeZone: catalog[input.provider].defaultSchedule.timeZone }
      : chooseSchedule(input, startingFrom(input, catalog))
  if (check) await checkConnection({ id: input.provider, provider, connection })
  const id = await makeId()
  const { accountId } = actor
  const { provider: providerId, name, syncEnabled } = input
  await prisma().$transaction(async (tx) => {
    await tx.integration.create({
      data: {
        id,
        accountId,
        provider: providerId,
        name,
        settings: connection.settings,
        ...sealCredentials(connection.credentials, id),
        ...schedule,
        syncEnabled,
        nextSyncAt: syncEnabled
          ? firstSyncAt({ schedule: scheduleOf(schedule), now, integrationId: id })
          : null,
      },
    })
    const entry = catalog[providerId]
    const streams = usualStreams(entry)
    await changeStreams({ db: viaPrisma(tx), integrationId: id, entry, streams, now })
    if (several.length > 0) await addSchedules(viaPrisma(tx), { integrationId: id, schedules: several, now })
    const mdms = providersOf(catalog, "mdm")
    if (!mdms.includes(providerId)) return
    const known = await tx.integration.count({
      where: { accountId, provider: { in: mdms }, deletedAt: null },
    })
    if (known > 1) return
    await tx.account.updateMany({
      where: { id: accountId, deviceSource: "database" },
      data: { deviceSource: providerId },
    })
  })
  return getIntegration(actor, id, catalog)
}

/** The streams that the provider reads less or more often than others. */
const usualStreams = ({ streamIntervals = {} }: CatalogEntry) =>
  Object.fromEntries(
    Object.entries(streamIntervals).map(([stream, syncInterval]) => [stream, { syncInterval }]),
  )

/** What a schedule is when nothing is said of it; naming one part, even as null, leaves the usual one behind. */
function startingFrom(input: IntegrationInput, catalog: Catalog): ScheduleColumns {
  const usual = defaultSchedule(input.provider, catalog)
  return hasOwn(input) ? { ...usual, syncInterval: null, cron: null } : usual
}

const hasOwn = ({ syncInterval, cron }: IntegrationInput): boolean =>
  syncInterval !== undefined || cron !== undefined
