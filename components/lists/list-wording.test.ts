import { expect, test } from "vitest"
import {
  changeWords,
  comparedAt,
  decisionWords,
  receivedWords,
  stateOf,
  treatmentWords,
  versionName,
} from "./list-wording"

test("S1-READ a rule's treatment is told in words", () => {
  expect(treatmentWords(null)).toBe("Always banned")
  expect(treatmentWords("!dried")).toBe("Banned unless dried")
  expect(treatmentWords("Chilled")).toBe("Banned when chilled")
})

test("S1-READ a version is told by its number, its state and what it brought", () => {
  const unpublished = { version: null, isNewest: false } as const
  expect(versionName({ status: "published", version: 1200, isNewest: true, holdStatus: null })).toBe(
    "Version 1,200",
  )
  expect(versionName({ ...unpublished, status: "held", holdStatus: "open" })).toBe("The list that waits")
  expect(stateOf({ status: "published", version: 1, isNewest: false, holdStatus: null }).label).toBe(
    "Earlier version",
  )
  expect(stateOf({ ...unpublished, status: "dismissed", holdStatus: "dismissed" }).label).toBe("Dismissed")
  expect(changeWords({ added: 2, gone: 1 })).toBe("2 added, 1 gone")
  expect(changeWords({ added: 0, gone: 0 })).toBe("no item added or gone")
  expect(receivedWords({ received: 109, items: 100, rejected: 2 })).toBe(
    "109 items sent, 7 said twice or left out, 2 not usable",
  )
})

test("S1-GUARD N-HOLD a list is told by what became of its hold", () => {
  const held = { status: "held", version: null, isNewest: false } as const
  expect(stateOf({ ...held, holdStatus: "open" }).label).toBe("Waits for an admin")
  expect(stateOf({ ...held, holdStatus: "approved" }).label).toBe("Approved, not published yet")
  expect(stateOf({ ...held, status: "let_go", holdStatus: "expired" }).label).toBe("Expired undecided")
  expect(stateOf({ ...held, status: "let_go", holdStatus: "resolved" }).label).toBe("Not published")
  expect(decisionWords({ holdStatus: "approved", decidedBy: "Ada" })).toBe("approved by Ada")
  expect(decisionWords({ holdStatus: "dismissed", decidedBy: null })).toBe("dismissed")
})

test("S1-READ a version was compared only by a run after the one that published it", () => {
  const publishedAt = "2026-11-22T10:00:00.000Z"
  const confirmedAt = "2026-11-22T11:00:00.000Z"
  expect(comparedAt({ publishedAt, confirmedAt: publishedAt })).toBeNull()
  expect(comparedAt({ publishedAt, confirmedAt })).toBe(confirmedAt)
  expect(comparedAt({ publishedAt: null, confirmedAt: null })).toBeNull()
})
