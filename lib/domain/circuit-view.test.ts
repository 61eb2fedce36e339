import { expect, test } from "vitest"
import { circuitUpdate } from "./circuit-view"

const faultsOf = (update: object): [string, string][] =>
  circuitUpdate
    .safeParse(update)
    .error?.issues.map(({ path, message }): [string, string] => [path.join("."), message]) ?? []

test("S2-UISTATE what cannot be kept of a circuit is told by field, in words for the person who typed it", () => {
  const fields = {
    title: "",
    region: "R".repeat(257),
    totalMiles: Number("twelve"),
    milesPlanned: 1e9,
    percentComplete: 1000,
    totalAcres: "12",
    startDate: "tomorrow",
  }
  expect(faultsOf({ fields })).toEqual(
    expect.arrayContaining([
      ["fields.title", "Give a text, or null for none."],
      ["fields.region", "Give 256 characters at most."],
      ["fields.totalMiles", "Give a number, such as 12.5."],
      ["fields.milesPlanned", "Give a number from -90,000,000 to 90,000,000."],
      ["fields.percentComplete", "Give a number from -999 to 999."],
      ["fields.totalAcres", "Give a number, such as 12.5."],
      ["fields.startDate", "Give a day, such as 2026-01-20."],
    ]),
  )
  expect(faultsOf({ notes: "n".repeat(10_001) })).toEqual([["notes", "Give 10,000 characters at most."]])
  expect(faultsOf({ fields: { totalMiles: 12.5, startDate: null }, notes: null })).toEqual([])
})
