import type { NoticeKind } from "@/lib/domain/notification-rules"

/** When each kind was last written to an integration's admins; null for never. */
export type LastWritten = {
  failed: Date | null
  refused: Date | null
  recovered: Date | null
  /** They were written to about a failure of this very run. */
  toldOfRun: boolean
}

/** Of the news: whether it was told as it is before, and how the integration fared until then. */
export type Course = {
  isKnown: boolean
  /** The run before had failed too; null for news of no run that counts: a preview, a hold. */
  wasFailing: boolean | null
}

/** Less than a day: a daily run that takes a little longer than the last one still gets its reminder. */
const reminderAfterMs = 20 * 3_600_000

/**
 * Whether admins get this by e-mail (O-NOTIFY): of what goes on failing the first, the third in a row, then one a day, then
 * that it recovered, which is told only to those who were told of the failure. A run's failure is told once, by what says most
 * of it, which comes first. Everything else always.
 */
export function isEmailDue(kind: NoticeKind, last: LastWritten, course: Course, now: Date): boolean {
  const { isKnown, wasFailing } = course
  const isReminder = isLongAgo(laterOf(last.failed, last.refused), now)
  switch (kind) {
    case "sync_failed":
      return isFirst(last.failed, last, wasFailing) || isReminder
    case "sync_failing":
      return !isKnown || isReminder
    case "credentials_refused":
      return (
        !last.toldOfRun &&
        (isFirst(last.refused, last, wasFailing) ||
          isReminder ||
          (!isKnown && isLater(last.failed, last.refused)))
      )
    case "sync_recovered":
      return wasFailing !== false && (isOpen(last.failed, last) || isOpen(last.refused, last))
    case "removals_held":
    case "hold_expired":
    case "source_silent":
      return true
  }
}

/** A failure after a success is new whoever was told of the success; one that counts for nothing is, after what was told. */
const isFirst = (told: Date | null, last: LastWritten, wasFailing: boolean | null): boolean =>
  wasFailing === null ? !isOpen(told, last) : !wasFailing

const isOpen = (told: Date | null, { recovered }: LastWritten): boolean => isLater(told, recovered)

const isLater = (one: Date | null, other: Date | null): boolean =>
  one !== null && (other === null || one > other)

const laterOf = (one: Date | null, other: Date | null): Date | null => (isLater(one, other) ? one : other)

const isLongAgo = (told: Date | null, now: Date): boolean =>
  told === null || now.getTime() - told.getTime() >= reminderAfterMs
