import { expect, test } from "vitest"
import { findSilence, type PastRead } from "./find-silence"

const at = new Date("2026-11-10T12:00:00Z")
const usual: PastRead = { records: 1000, created: 2, updated: 10, freshestAt: "2026-11-10T11:55:00.000Z", at }
const past = Array.from({ length: 8 }, () => usual)

test("N-SILENT a run like the ones before says nothing", () => {
  expect(findSilence({ ...usual, records: 1100, updated: 30 }, past)).toEqual([])
})

test.each([
  ["far fewer records", { records: 400 }, "sent 400 records; usually it sends about 1000"],
  ["far more records", { records: 2500 }, "sent 2500 records"],
  ["far more changes", { updated: 700 }, "70 % of the records changed"],
  ["no news for two days", { freshestAt: "2026-11-08T11:00:00.000Z" }, "is 49 hours old"],
])("N-SILENT %s is said", (_, odd, words) => {
  const found = findSilence({ ...usual, ...odd }, past)
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(words)
})

test("N-SILENT a young stream has no past to compare with", () => {
  expect(findSilence({ ...usual, records: 1 }, past.slice(0, 4))).toEqual([])
})

test("N-SILENT a fleet whose sources are always days old is no news", () => {
  const slow = { ...usual, freshestAt: "2026-11-07T12:00:00.000Z" }
  expect(
    findSilence(
      slow,
      Array.from({ length: 8 }, () => slow),
    ),
  ).toEqual([])
})
