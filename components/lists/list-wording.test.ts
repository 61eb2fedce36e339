import { expect, test } from "vitest"
import { changeWords, receivedWords, stateOf, treatmentWords, versionName } from "./list-wording"

test("S1-READ a rule's treatment is told in words", () => {
  expect(treatmentWords(null)).toBe("Always banned")
  expect(treatmentWords("!dried")).toBe("Banned unless dried")
  expect(treatmentWords("Chilled")).toBe("Banned when chilled")
})

test("S1-READ a version is told by its number, its state and what it brought", () => {
  expect(versionName({ status: "published", version: 1200, isNewest: true })).toBe("Version 1,200")
  expect(versionName({ status: "held", version: null, isNewest: false })).toBe("The list that waits")
  expect(stateOf({ status: "published", version: 1, isNewest: false }).label).toBe("Earlier version")
  expect(stateOf({ status: "dismissed", version: null, isNewest: false }).label).toBe("Dismissed")
  expect(changeWords({ added: 2, gone: 1 })).toBe("2 added, 1 gone")
  expect(changeWords({ added: 0, gone: 0 })).toBe("no item added or gone")
  expect(receivedWords({ received: 109, items: 100, rejected: 2 })).toBe(
    "109 items sent, 7 said twice or left out, 2 not usable",
  )
})
