import type { Catalog } from "@/lib/domain/provider"
import { providerId } from "@/lib/domain/provider-id"
import { whyListsAreOff } from "@/lib/master-data/why-lists-are-off"
import { integrationState } from "./integration-state"

type Scheduled = {
  provider: string
  syncInterval: number | null
  cron: string | null
  syncEnabled: boolean
  state: unknown
  nextSyncAt: Date | null
}
/** One that goes by several schedules has none of its own. */
type WithSeveral = Scheduled & { hasSchedules: boolean }

/** Why no scheduled run will come although there is a schedule, in one sentence; null when one will, or there is none. */
export function whyNone(integration: WithSeveral, deviceSource: string, catalog: Catalog): string | null {
  const { syncInterval, cron, hasSchedules } = integration
  if (syncInterval === null && cron === null && !hasSchedules) return null
  if (!integration.syncEnabled) return "Scheduled syncs are switched off. You can still sync by hand."
  const entry = entryOf(integration.provider, catalog)
  if (entry?.family === "master-data") {
    const reason = whyListsAreOff()
    return reason === null ? null : `${reason} Scheduled syncs of master data do not run.`
  }
  return whySkipped(integration.provider, deviceSource, catalog)
}

/** Why scheduled runs skip an MDM that is not the account's device source (S0-DETECT); null where they do not. */
export function whySkipped(provider: string, deviceSource: string, catalog: Catalog): string | null {
  if (entryOf(provider, catalog)?.family !== "mdm" || provider === deviceSource) return null
  const source =
    deviceSource === "database"
      ? "are kept by hand"
      : `come from ${entryOf(deviceSource, catalog)?.name ?? deviceSource}`
  return `This account's devices ${source}, so scheduled syncs skip this integration. You can still sync by hand.`
}

/** Why the next scheduled run comes later than planned, in one sentence; null when it does not. */
export function whyLater({ state, nextSyncAt }: Scheduled): string | null {
  const { breakerUntil, failuresInRow } = integrationState.parse(state)
  if (nextSyncAt === null || breakerUntil !== nextSyncAt.toISOString()) return null
  return `${failuresInRow} syncs in a row failed, so the next scheduled one waits until ${inUtc(nextSyncAt)}; you can sync by hand at any time.`
}

const inUtc = (time: Date): string => `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`

function entryOf(provider: string, catalog: Catalog) {
  const { data } = providerId.safeParse(provider)
  return data === undefined ? null : catalog[data]
}
