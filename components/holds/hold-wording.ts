import { countOf } from "@/components/inventory/noun-wording"
import type { Tone } from "@/components/ui/badge"
import { count, formatNumber } from "@/components/ui/format-number"
import type { Noun } from "@/lib/domain/noun"
import { nounOf } from "@/lib/domain/noun-of"
import type { HoldOutcome, RemovalHoldView } from "@/lib/domain/removal-hold"

type Status = RemovalHoldView["status"]

export const statusNames: Record<Status, string> = {
  open: "Waiting",
  approved: "Approved",
  dismissed: "Dismissed",
  resolved: "Came back",
  expired: "Expired",
}

export const statusTones: Record<Status, Tone> = {
  open: "warn",
  approved: "bad",
  dismissed: "quiet",
  resolved: "good",
  expired: "quiet",
}

/** What became of a hold, in one sentence. */
export function outcomeWords({
  status,
  records,
  stream,
}: Pick<RemovalHoldView, "status" | "records" | "stream">): string {
  const said = countOf(records, nounOf[stream])
  switch (status) {
    case "open":
      return `${count(records, "removal")} wait for an admin.`.replace("removal wait", "removal waits")
    case "approved":
      return `${said} removed. Each keeps its history, and comes back if the source has it again.`
    case "dismissed":
      return `${said} kept. They are not asked about again until the source has had them once more.`
    case "resolved":
      return "All of them came back to the source, so there was nothing left to decide."
    case "expired":
      return "It waited too long and was closed. The next sync that misses them holds them again."
  }
}

/** `12 of 30 known records` */
export const shareWords = ({ records, known }: Pick<RemovalHoldView, "records" | "known">): string =>
  `${formatNumber(records)} of ${count(known, "known record")}`

export type Decision = "approve" | "dismiss"

export const decisionNames: Record<Decision, string> = { approve: "Approve", dismiss: "Dismiss" }

/** What a decision did: `3 devices removed, 9 still wait`. */
export function decidedWords(
  { decision, noun }: { decision: Decision; noun: Noun },
  { decided, waiting }: HoldOutcome,
): string {
  const done = `${countOf(decided, noun)} ${decision === "approve" ? "removed" : "kept"}`
  if (waiting === 0) return done
  return `${done}, ${formatNumber(waiting)} still ${waiting === 1 ? "waits" : "wait"}`
}
