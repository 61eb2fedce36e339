import { defaultSyncInterval } from "@/lib/domain/intervals"
import type { Catalog } from "@/lib/domain/provider"
import type { ProviderId } from "@/lib/domain/provider-id"

/** What a new integration of this provider starts with (S0-CRON: an MDM daily at 04:00 UTC), else every hour. */
export function defaultSchedule(provider: ProviderId, catalog: Catalog) {
  const { syncInterval, cron, timeZone } = catalog[provider].defaultSchedule
  const isGiven = syncInterval !== null || cron !== null
  return { syncInterval: isGiven ? syncInterval : defaultSyncInterval, cron, timeZone }
}
