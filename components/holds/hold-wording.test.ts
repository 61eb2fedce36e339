import { expect, test } from "vitest"
import { decidedWords, outcomeWords, shareWords } from "./hold-wording"

test("N-HOLD a decision tells what it did and what still waits", () => {
  expect(
    decidedWords({ decision: "approve", noun: "device" }, { status: "open", decided: 3, waiting: 9 }),
  ).toBe("3 devices removed, 9 still wait")
  expect(
    decidedWords({ decision: "dismiss", noun: "device-model" }, { status: "open", decided: 1, waiting: 1 }),
  ).toBe("1 model kept, 1 still waits")
  expect(
    decidedWords({ decision: "approve", noun: "device" }, { status: "approved", decided: 12, waiting: 0 }),
  ).toBe("12 devices removed")
})

test("N-HOLD a hold is told in words", () => {
  expect(shareWords({ records: 12, known: 1030, stream: "devices" })).toBe("12 of 1,030 known records")
  expect(outcomeWords({ status: "open", records: 12, stream: "devices" })).toBe(
    "12 removals wait for an admin.",
  )
  expect(outcomeWords({ status: "open", records: 1, stream: "devices" })).toBe(
    "1 removal waits for an admin.",
  )
  expect(outcomeWords({ status: "approved", records: 12, stream: "devices" })).toContain(
    "12 devices removed.",
  )
})
