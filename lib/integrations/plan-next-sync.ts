import { firstSyncAt } from "@/lib/schedule/first-sync-at"
import { scheduleOf } from "@/lib/schedule/schedule-of"
import type { ScheduleColumns } from "./choose-schedule"

type Planned = ScheduleColumns & { syncEnabled: boolean; nextSyncAt: Date | null }

/** When an edited integration syncs next: as planned if its schedule stays, anew if it changed, never while it is off. */
export function planNextSync(
  before: Planned & { id: string },
  after: Omit<Planned, "nextSyncAt">,
  now: Date,
): Date | null {
  if (!after.syncEnabled) return null
  const isSame =
    before.syncEnabled &&
    before.syncInterval === after.syncInterval &&
    before.cron === after.cron &&
    before.timeZone === after.timeZone
  if (isSame && before.nextSyncAt !== null) return before.nextSyncAt
  return firstSyncAt({ schedule: scheduleOf(after), now, integrationId: before.id })
}
