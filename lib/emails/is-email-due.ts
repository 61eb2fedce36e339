import type { NoticeKind } from "@/lib/domain/notification-rules"

/** When each kind was last written to an integration's admins; null for never. */
export type LastWritten = {
  failed: Date | null
  refused: Date | null
  recovered: Date | null
}

const aDayMs = 24 * 3_600_000

/**
 * Whether admins get this by e-mail (O-NOTIFY): of what goes on failing the first, then one a day, then that it recovered,
 * which is told only to those who were told of the failure. Everything else always.
 */
export function isEmailDue(kind: NoticeKind, last: LastWritten, now: Date): boolean {
  switch (kind) {
    case "sync_failed":
    case "sync_failing":
      return !isOpen(last.failed, last) || isADayAgo(last.failed, now)
    case "credentials_refused":
      return !isOpen(last.refused, last) || isADayAgo(last.refused, now)
    case "sync_recovered":
      return isOpen(last.failed, last) || isOpen(last.refused, last)
    case "removals_held":
    case "hold_expired":
    case "source_silent":
      return true
  }
}

const isOpen = (told: Date | null, { recovered }: LastWritten): boolean =>
  told !== null && (recovered === null || told > recovered)

const isADayAgo = (told: Date | null, now: Date): boolean =>
  told === null || now.getTime() - told.getTime() >= aDayMs
