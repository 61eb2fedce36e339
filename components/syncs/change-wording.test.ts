import { expect, test } from "vitest"
import { allIn, planWords } from "./change-wording"

test("N-PLAN S1-GUARD the plan of a list says what would be published, or that it would be held", () => {
  expect(planWords({ create: 3, remove: 1200 }, "list-item")).toBe(
    "Would publish the list: 3 added, 1,200 gone.",
  )
  expect(planWords({ create: 3, hold: 60 }, "list-item")).toBe(
    "Would hold the list for an admin: 60 items of it would be gone.",
  )
  expect(planWords({}, "list-item")).toContain("Would publish nothing")
})

test("N-PLAN a plan is told in one sentence, with what occurs alone", () => {
  expect(planWords({ create: 3, update: 1200, remove: 1 })).toBe("Would create 3, update 1,200 and remove 1.")
  expect(planWords({ hold: 12 })).toBe("Would hold 12 removals for an admin.")
  expect(planWords({ missing: 2, update: 0 })).toBe("Would mark 2 as missing.")
})

test("N-PLAN a plan that asks for nothing says so", () => {
  expect(planWords({})).toBe("Would change nothing: the inventory is as the source says.")
  expect(allIn({ create: 2, hold: 3 })).toBe(5)
})
