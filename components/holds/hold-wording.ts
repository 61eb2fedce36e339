import { countOf } from "@/components/inventory/noun-wording"
import type { Tone } from "@/components/ui/badge"
import { count, formatNumber } from "@/components/ui/format-number"
import type { ListId } from "@/lib/domain/list-id"
import type { Noun } from "@/lib/domain/noun"
import { nounOf } from "@/lib/domain/noun-of"
import type { HeldList, HoldOutcome, RemovalHoldView } from "@/lib/domain/removal-hold"

type Status = RemovalHoldView["status"]

/** What became of a hold, in a word. */
export const statusName = ({ status, stream }: Pick<RemovalHoldView, "status" | "stream">): string =>
  status === "resolved" && stream === "list" ? "Settled" : statusNames[status]

const statusNames: Record<Status, string> = {
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
  if (stream === "list") return listOutcomeWords(status)
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

function listOutcomeWords(status: Status): string {
  switch (status) {
    case "open":
      return "A list waits for an admin. What is published stays as it is."
    case "approved":
      return "This very list was approved, and a run of its own publishes it."
    case "dismissed":
      return "The list was not published, and is not asked about again unless it changes."
    case "resolved":
      return "A later list took its place or was published, so there is nothing left to decide here."
    case "expired":
      return "It waited too long and was closed. The next run that fetches such a list holds it again."
  }
}

type Share = Pick<RemovalHoldView, "records" | "known" | "stream">

/** `12 of 30 known records`; of a list, what would go with it. */
export function shareWords({ records, known, stream }: Share): string {
  if (stream !== "list") return `${formatNumber(records)} of ${count(known, "known record")}`
  return known === 0
    ? "A list that is not published before somebody has looked at it"
    : `${formatNumber(records)} of ${count(known, "published item")} would be gone`
}

/** What approving a list does: `Approving publishes 0 items: 412 bans end.` */
export function approvalWords({ list, items, added, gone }: HeldList): string {
  const { one, leave, come } = effects[list]
  const ended = gone > 0 ? `${count(gone, one)} ${gone === 1 ? `${leave}s` : leave}` : null
  const begun = added > 0 ? `${count(added, one)} ${added === 1 ? `${come}s` : come}` : null
  const said = [ended, begun].filter((part) => part !== null)
  return `Approving publishes ${count(items, "item")}: ${said.length === 0 ? `no ${one} ${leave}s or ${come}s` : said.join(", ")}.`
}

/** What an item of a list is to those who rely on it, and what becomes of it. */
const effects: Record<ListId, { one: string; leave: string; come: string }> = {
  "ineligible-items": { one: "ban", leave: "end", come: "begin" },
  "iso-codes": { one: "code", leave: "leave", come: "join" },
}

/** What a hold is called, before the integration's name. */
export const holdTitle = ({ stream }: Pick<RemovalHoldView, "stream">): string =>
  stream === "list" ? "Held list of" : "Held removals of"

export type Decision = "approve" | "dismiss"

export const decisionNames: Record<Decision, string> = { approve: "Approve", dismiss: "Dismiss" }

/** What a decision did: `3 devices removed, 9 still wait`. */
export function decidedWords(
  { decision, noun }: { decision: Decision; noun: Noun },
  { decided, waiting }: HoldOutcome,
): string {
  if (noun === "list-item")
    return decision === "approve" ? "The list is being published" : "The list was dismissed"
  const done = `${countOf(decided, noun)} ${decision === "approve" ? "removed" : "kept"}`
  if (waiting === 0) return done
  return `${done}, ${formatNumber(waiting)} still ${waiting === 1 ? "waits" : "wait"}`
}
