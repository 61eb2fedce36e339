import { expect, test } from "vitest"
import { streamReceipt } from "@/lib/domain/sync-log"
import { allowsRemovals, readWords, receiptNotes, removalWords } from "./receipt-words"

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
})

test("N-RECEIPT a complete read tells records, pages and the provider's own total", () => {
  expect(readWords(receipt)).toBe("25 records on 1 page, all that the provider announced.")
  expect(readWords({ ...receipt, received: 27, duplicates: 2 })).toContain("27 records on 1 page, all that")
  expect(readWords({ ...receipt, expectedTotal: 27 })).toContain("the provider announced 27 records.")
  expect(readWords({ ...receipt, expectedTotal: null })).toContain("gives no total")
})

test("N-RECEIPT whether removals were allowed is a sentence of its own, or the reason why not", () => {
  expect(removalWords(receipt)).toBe("Removals allowed.")
  expect(allowsRemovals(receipt)).toBe(true)
  const held = { ...receipt, removals: "held for an admin: 15 of 25 records are gone." }
  expect(removalWords(held)).toBe("Held for an admin: 15 of 25 records are gone.")
  expect(allowsRemovals(held)).toBe(false)
  const marked = { ...receipt, removals: "allowed; 1 record is missing for the first time" }
  expect(removalWords(marked)).toBe("Removals allowed; 1 record is missing for the first time.")
})

test("S1-GUARD a list that was published is no warning, one that was not is", () => {
  const told = (removals: string) => allowsRemovals({ ...receipt, removals }, "list")
  expect(told("Published 12 items: 2 added, 1 gone, 10 as before.")).toBe(true)
  expect(told("Not put again: the 12 items are those that are published.")).toBe(true)
  expect(told("Held for an admin, S3 stays as it is: …")).toBe(false)
  expect(told("Not published: … This very list was dismissed by Ada.")).toBe(false)
})

test("N-RECEIPT what did not go smoothly is named with its count", () => {
  expect(receiptNotes(receipt)).toEqual([])
  expect(receiptNotes({ ...receipt, retries: 1, rejected: 2, duplicates: 3 })).toEqual([
    "3 duplicates; the last one was taken.",
    "2 records could not be taken.",
    "1 call had to be repeated.",
  ])
})
