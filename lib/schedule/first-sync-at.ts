import { createHash } from "node:crypto"
import type { Schedule } from "@/lib/domain/schedule"
import { nextSyncAt } from "./next-sync-at"

/**
 * The first run of a schedule that is new or switched on again, null when there is none by itself. An interval's runs are
 * spread by a part of the integration's id, so that many set up at once do not run at once; a cron time is kept to the minute.
 */
export function firstSyncAt(start: { schedule: Schedule; now: Date; integrationId: string }): Date | null {
  const { schedule, now, integrationId } = start
  const next = nextSyncAt({ schedule, from: now })
  if (next === null || schedule.kind !== "interval") return next
  return new Date(next.getTime() + jitter(integrationId, schedule.seconds))
}

/** Milliseconds, always the same for an id: up to a tenth of the interval and at most a minute. */
function jitter(integrationId: string, seconds: number): number {
  const share = createHash("sha256").update(integrationId).digest().readUInt32BE() / 2 ** 32
  return Math.floor(share * Math.min(seconds / 10, 60) * 1000)
}
