import { describe, expect, test } from "vitest"
import { limitWords, readPolicy } from "./removal-limit"

describe("N-HOLD the limit of removals that are made without asking", () => {
  test("is the larger of records and percent, told for the fleet of now", () => {
    expect(limitWords({ records: 10, percent: 20 }, 250)).toBe(
      "With the 250 devices it reports now, more than 50 removals at once are held.",
    )
    expect(limitWords({ records: 10, percent: 20 }, 25)).toContain("more than 10 removals")
    expect(limitWords({ records: 0, percent: 0 }, 25)).toContain("every removal is held")
    expect(limitWords({ records: 30, percent: 0 }, 25)).toContain("only an empty read is held")
  })

  test("is refused field by field", () => {
    expect(readPolicy({ records: "5", percent: "2.5" })).toEqual({
      policy: { records: 5, percent: 2.5 },
      errors: {},
    })
    const { policy, errors } = readPolicy({ records: "2.5", percent: "101" })
    expect(policy).toBeNull()
    expect(Object.keys(errors)).toEqual(["records", "percent"])
    expect(Object.keys(readPolicy({ records: "x", percent: "5" }).errors)).toEqual(["records"])
  })

  test("an emptied field is a fault, not the usual limit", () => {
    expect(Object.keys(readPolicy({ records: "", percent: " " }).errors)).toEqual(["records", "percent"])
  })
})
