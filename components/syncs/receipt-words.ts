import { count } from "@/components/ui/format-number"
import type { StreamReceipt } from "@/lib/domain/sync-log"

/** A stream's receipt in words: `complete: 1 page, 25 records; removals allowed`, or the sentence that says why not. */
export function receiptWords(receipt: StreamReceipt): string {
  const read = `${count(receipt.pages, "page")}, ${count(receipt.received, "record")}`
  const said = `${receipt.complete ? "complete" : "not complete"}: ${read}`
  if (receipt.removals === "allowed") return `${said}; removals allowed`
  return `${said}. ${receipt.removals.charAt(0).toUpperCase()}${receipt.removals.slice(1)}`
}

/** What is worth knowing of the read beyond that; empty when it went smoothly. */
export function receiptNotes(receipt: StreamReceipt): string[] {
  const { expectedTotal, received } = receipt
  const missed = expectedTotal !== null && expectedTotal !== received
  return [
    missed ? `The provider announced ${count(expectedTotal, "record")}.` : null,
    receipt.duplicates > 0 ? `${count(receipt.duplicates, "duplicate")}; the last one was taken.` : null,
    receipt.rejected > 0 ? `${count(receipt.rejected, "record")} could not be taken.` : null,
    receipt.skipped > 0 ? `${count(receipt.skipped, "record")} of another scope left out.` : null,
    receipt.stripped > 0 ? `${count(receipt.stripped, "unstorable character")} taken out.` : null,
    receipt.retries > 0 ? `${count(receipt.retries, "call")} had to be repeated.` : null,
    ...receipt.warnings,
  ].filter((note) => note !== null)
}
