import { expect, test } from "vitest"
import { draftOf, emptyDraft, entryOf, kindOf, partOf } from "./schedules-draft"

const view = {
  id: "018f0000-0000-7000-8000-000000000001",
  task: "read" as const,
  streams: ["circuits" as const],
  filter: ["ACTIV", "QC"],
  cron: "30 4 * * 1-5",
  timeZone: "America/New_York",
  enabled: true,
  words: "",
  nextAt: null,
}

test("S2-SCHEDULE a schedule comes back from its row as it went in", () => {
  const { id: _, words: __, nextAt: ___, ...entry } = view
  expect(entryOf(draftOf(view))).toEqual(entry)
})

test("S2-SCHEDULE statuses are typed with commas or spaces", () => {
  expect(entryOf({ ...emptyDraft("UTC"), filterText: " ACTIV, QC  REWRK," }).filter).toEqual([
    "ACTIV",
    "QC",
    "REWRK",
  ])
})

test.each(["circuits", "planned-units", "snapshots"] as const)(
  "S2-SCHEDULE a row that was made one of %s is one",
  (kind) => {
    expect(kindOf({ ...emptyDraft("UTC"), ...partOf(kind) })).toBe(kind)
  },
)
