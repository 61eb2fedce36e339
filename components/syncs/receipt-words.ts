import { count } from "@/components/ui/format-number"
import type { StreamReceipt } from "@/lib/domain/sync-log"

/** What was read of a stream: `25 records on 1 page, all that the provider announced.` */
export function readWords({ pages, received, duplicates, expectedTotal }: StreamReceipt): string {
  const read = `${count(received, "record")} on ${count(pages, "page")}`
  if (expectedTotal === null) return `${read}; the provider gives no total.`
  if (received - duplicates === expectedTotal) return `${read}, all that the provider announced.`
  return `${read}; the provider announced ${count(expectedTotal, "record")}.`
}

/** Whether the read allowed anything to be removed, or the sentence that says why not. */
export function removalWords({ removals }: StreamReceipt): string {
  const said = removals === "allowed" || removals.startsWith("allowed;") ? `removals ${removals}` : removals
  const sentence = `${said.charAt(0).toUpperCase()}${said.slice(1)}`
  return sentence.endsWith(".") ? sentence : `${sentence}.`
}

/** Whether nothing kept the run from removing what was gone; of a list, from publishing it. */
export const allowsRemovals = ({ removals }: StreamReceipt, stream = "devices"): boolean =>
  stream === "list" ? !/^(Held|Would be held|Not published)/.test(removals) : removals.startsWith("allowed")

/** What did not go smoothly, each with its count; empty when all did. */
export function receiptNotes(receipt: StreamReceipt): string[] {
  return [
    receipt.duplicates > 0 ? `${count(receipt.duplicates, "duplicate")}; the last one was taken.` : null,
    receipt.rejected > 0 ? `${count(receipt.rejected, "record")} could not be taken.` : null,
    receipt.skipped > 0 ? `${count(receipt.skipped, "record")} of another scope left out.` : null,
    receipt.stripped > 0 ? `${count(receipt.stripped, "unstorable character")} taken out.` : null,
    receipt.retries > 0 ? `${count(receipt.retries, "call")} had to be repeated.` : null,
  ].filter((note) => note !== null)
}
