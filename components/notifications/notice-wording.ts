import { knownValue } from "@/components/address/known-value"
import type { NoticeKind } from "@/lib/domain/notification-rules"

/** What admins are told of: its name, and when it comes. */
export const noticeWords: Record<NoticeKind, { name: string; when: string }> = {
  sync_failed: {
    name: "A sync failed",
    when: "With the error. While it goes on, e-mail reminds once a day.",
  },
  sync_failing: { name: "Three syncs in a row failed", when: "Scheduled syncs then come less often." },
  sync_recovered: {
    name: "Syncs work again",
    when: "The first that succeeds after failures you were told of.",
  },
  credentials_refused: {
    name: "Credentials refused",
    when: "A provider no longer accepts the key or the sign-in.",
  },
  removals_held: {
    name: "Something is held",
    when: "Unusually many records are gone, or a list looks like an accident, and an admin is to decide.",
  },
  hold_expired: {
    name: "A hold ran out",
    when: "Nobody decided in time, so nothing was removed or published.",
  },
  source_silent: {
    name: "A source looks unusual",
    when: "It synced, but with far more or less than before.",
  },
}

/** What a message is about; one that is no news is a test. */
export function nameOfNews(kind: string): string {
  const known = knownValue(noticeWords, kind)
  return known === null ? "Test" : noticeWords[known].name
}
