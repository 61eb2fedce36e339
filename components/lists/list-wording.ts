import type { Tone } from "@/components/ui/badge"
import { count, formatNumber } from "@/components/ui/format-number"
import type { ListItem } from "@/lib/domain/list-definition"
import type { ListVersionView, ServedList } from "@/lib/domain/published-list"

/** What a rule's treatment means: none bans always, `!dried` bans what is not dried. */
export function treatmentWords(treatment: string | null): string {
  if (treatment === null) return "Always banned"
  return treatment.startsWith("!")
    ? `Banned unless ${treatment.slice(1).trim()}`
    : `Banned when ${treatment.toLowerCase()}`
}

/** An entry's value as people read it; the treatment of a rule in words. */
export function valueWords(item: ListItem, key: string): string | null {
  const value = item[key] ?? null
  return key === "type_of_treatment" ? treatmentWords(value) : value
}

/** An ETag as S3's console shows it, without the quotes of the header. */
export const plainEtag = (etag: string): string => etag.replaceAll('"', "")

export const sourceNames: Record<ServedList["source"], string> = {
  s3: "Read from S3",
  delivery: "As it was just delivered to S3",
  database: "Last good copy, kept here",
}

type Version = Pick<ListVersionView, "status" | "version" | "isNewest" | "holdStatus">

/** `Version 3`, or what a list is that has no number yet. */
export function versionName({ status, version, holdStatus }: Version): string {
  if (version !== null) return `Version ${formatNumber(version)}`
  switch (status) {
    case "held":
      return holdStatus === "approved" ? "The list that was approved" : "The list that waits"
    case "planned":
      return "A planned list"
    case "published":
    case "let_go":
    case "dismissed":
      return "A list that was not published"
  }
}

export function stateOf({ status, isNewest, holdStatus }: Version): { tone: Tone; label: string } {
  switch (status) {
    case "published":
      return isNewest ? { tone: "good", label: "Published now" } : { tone: "quiet", label: "Earlier version" }
    case "held":
      return holdStatus === "approved"
        ? { tone: "live", label: "Approved, not published yet" }
        : { tone: "warn", label: "Waits for an admin" }
    case "planned":
      return { tone: "live", label: "Planned" }
    case "let_go":
      return { tone: "quiet", label: holdStatus === "expired" ? "Expired undecided" : "Not published" }
    case "dismissed":
      return { tone: "quiet", label: "Dismissed" }
  }
}

/** When a run last found it to be right; null when none has since it was published. */
export const comparedAt = ({
  publishedAt,
  confirmedAt,
}: Pick<ServedList, "publishedAt" | "confirmedAt">): string | null =>
  confirmedAt === publishedAt ? null : confirmedAt

/** Who decided about the hold of a list: `approved by Ada`. */
export function decisionWords({ holdStatus, decidedBy }: Pick<ListVersionView, "holdStatus" | "decidedBy">) {
  const by = decidedBy === null ? "" : ` by ${decidedBy}`
  switch (holdStatus) {
    case "approved":
    case "dismissed":
      return `${holdStatus}${by}`
    case "resolved":
      return "settled by a later list"
    case "expired":
      return "closed because nobody decided in time"
    case "open":
    case null:
      return "waits for an admin"
  }
}

/** `12 added, 3 gone`; `no entry added or gone` when only what lies there had to be put again. */
export function changeWords({ added, gone }: Pick<ListVersionView, "added" | "gone">): string {
  const parts = [
    added > 0 ? `${formatNumber(added)} added` : null,
    gone > 0 ? `${formatNumber(gone)} gone` : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? "no item added or gone" : parts.join(", ")
}

/** What came in and what was left out: `107 sent, 7 of them twice or left out, 2 not usable`. */
export function receivedWords({
  received,
  items,
  rejected,
}: Pick<ListVersionView, "received" | "items" | "rejected">): string {
  const others = received - items - rejected
  return [
    `${count(received, "item")} sent`,
    others > 0 ? `${formatNumber(others)} said twice or left out` : null,
    rejected > 0 ? `${formatNumber(rejected)} not usable` : null,
  ]
    .filter((part) => part !== null)
    .join(", ")
}
