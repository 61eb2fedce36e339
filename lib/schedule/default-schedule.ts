import { defaultSyncInterval } from "@/lib/domain/intervals"
import type { Catalog } from "@/lib/domain/provider"
import type { ProviderId } from "@/lib/domain/provider-id"
import { env } from "@/lib/env"

/** What a new integration of this provider starts with (S0-CRON: an MDM daily at 04:00 UTC), else every hour. */
export function defaultSchedule(provider: ProviderId, catalog: Catalog) {
  const { family, defaultSchedule } = catalog[provider]
  const { syncInterval, timeZone } = defaultSchedule
  // S1-FLAG: who runs Rollcall may set another
  const cron = family === "master-data" ? env().INELIGIBLE_ITEMS_SYNC_CRON_SCHEDULE : defaultSchedule.cron
  const isGiven = syncInterval !== null || cron !== null
  return { syncInterval: isGiven ? syncInterval : defaultSyncInterval, cron, timeZone }
}
