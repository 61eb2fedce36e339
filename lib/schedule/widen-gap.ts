import type { Schedule } from "@/lib/domain/schedule"
import { nextSyncAt } from "./next-sync-at"

/** After so many failed runs in a row scheduled ones come less often. */
export const failuresToWiden = 3

const longestGapMs = 86_400_000

type Planned = { schedule: Schedule; planned: Date; now: Date }

/**
 * When to run next after `failures` failed runs in a row: the gap between two runs doubles with each failure from the third
 * on, to a day at most; a cron schedule skips what falls into the gap. Never before `planned`, and at a planned time always.
 */
export function widenGap({ schedule, planned, failures, now }: Planned & { failures: number }): Date {
  const gapMs = gapAfter({ schedule, planned })
  if (failures < failuresToWiden || gapMs === null) return planned
  const waitMs = Math.min(longestGapMs, gapMs * 2 ** (failures - failuresToWiden + 1))
  const notBefore = new Date(now.getTime() + waitMs - gapMs)
  const from = new Date(planned.getTime() - gapMs)
  const next = nextSyncAt({ schedule, from, now: notBefore > from ? notBefore : from })
  return next !== null && next > planned ? next : planned
}

/**
 * Until when runs are put off that other schedules start than the integration's own: as in `widenGap`, from the shortest of
 * their gaps. Null while few have failed, and where no schedule is given.
 */
export function putOffUntil({
  schedules,
  failures,
  now,
}: {
  schedules: Schedule[]
  failures: number
  now: Date
}): Date | null {
  const gaps = schedules.flatMap((schedule) => {
    const planned = nextSyncAt({ schedule, from: now })
    return planned === null ? [] : (gapAfter({ schedule, planned }) ?? [])
  })
  if (failures < failuresToWiden || gaps.length === 0) return null
  const waitMs = Math.min(longestGapMs, Math.min(...gaps) * 2 ** (failures - failuresToWiden + 1))
  return new Date(now.getTime() + waitMs)
}

/** The planned time that comes next, once the gap is not widened any more. */
export function narrowGap({ schedule, planned, now }: Planned): Date {
  const gapMs = gapAfter({ schedule, planned })
  if (gapMs === null || planned <= now) return planned
  const steps = Math.ceil((planned.getTime() - now.getTime()) / gapMs)
  const next = nextSyncAt({ schedule, from: new Date(planned.getTime() - steps * gapMs), now })
  return next !== null && next < planned ? next : planned
}

/** Milliseconds from one planned run to the one after it. */
function gapAfter({ schedule, planned }: Omit<Planned, "now">): number | null {
  const after = nextSyncAt({ schedule, from: planned })
  return after === null ? null : after.getTime() - planned.getTime()
}
