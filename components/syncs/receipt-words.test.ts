import { expect, test } from "vitest"
import { streamReceipt } from "@/lib/domain/sync-log"
import { receiptNotes, receiptWords } from "./receipt-words"

const receipt = streamReceipt.parse({
  complete: true,
  scope: "all",
  pages: 1,
  received: 25,
  records: 25,
  duplicates: 0,
  rejected: 0,
  skipped: 0,
  stripped: 0,
  retries: 0,
  expectedTotal: 25,
  removals: "allowed",
  freshestAt: null,
  warnings: [],
})

test("N-RECEIPT a complete read is told in one line", () => {
  expect(receiptWords(receipt)).toBe("complete: 1 page, 25 records; removals allowed")
  expect(receiptNotes(receipt)).toEqual([])
})

test("N-RECEIPT a read that may not remove says why", () => {
  const cut = { ...receipt, complete: false, removals: "held for an admin: 15 of 25 records are gone." }
  expect(receiptWords(cut)).toBe(
    "not complete: 1 page, 25 records. Held for an admin: 15 of 25 records are gone.",
  )
})

test("N-RECEIPT what did not go smoothly is named with its count", () => {
  const rough = { ...receipt, expectedTotal: 27, retries: 1, rejected: 2, warnings: ["Half of it is new."] }
  expect(receiptNotes(rough)).toEqual([
    "The provider announced 27 records.",
    "2 records could not be taken.",
    "1 call had to be repeated.",
    "Half of it is new.",
  ])
})
