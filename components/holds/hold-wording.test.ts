import { expect, test } from "vitest"
import { approvalWords, decidedWords, holdTitle, outcomeWords, shareWords, statusName } from "./hold-wording"

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

test("S1-GUARD a held list is told as a list", () => {
  const outcome = { status: "approved", decided: 60, waiting: 0 } as const
  expect(decidedWords({ decision: "approve", noun: "list-item" }, outcome)).toBe(
    "The list is being published",
  )
  expect(shareWords({ records: 60, known: 100, stream: "list" })).toBe(
    "60 of 100 published items would be gone",
  )
  expect(shareWords({ records: 0, known: 0, stream: "list" })).toContain("not published before somebody")
  expect(holdTitle({ stream: "list" })).toBe("Held list of")
  expect(outcomeWords({ status: "open", records: 60, stream: "list" })).toContain("A list waits for an admin")
})

test("S1-GUARD what approving a list does is said before one confirms it", () => {
  const list = { id: "01990000-0000-7000-8000-000000000001", list: "ineligible-items" } as const
  expect(approvalWords({ ...list, items: 0, added: 0, gone: 412 })).toBe(
    "Approving publishes 0 items: 412 bans end.",
  )
  expect(approvalWords({ ...list, items: 1200, added: 2, gone: 1 })).toBe(
    "Approving publishes 1,200 items: 1 ban ends, 2 bans begin.",
  )
  expect(approvalWords({ ...list, items: 3, added: 0, gone: 0 })).toContain("no ban ends or begins")
  expect(approvalWords({ ...list, list: "iso-codes", items: 3, added: 1, gone: 20 })).toBe(
    "Approving publishes 3 items: 20 codes leave, 1 code joins.",
  )
})

test("N-HOLD S1-GUARD a list that another took the place of was settled; removals came back", () => {
  expect(statusName({ status: "resolved", stream: "list" })).toBe("Settled")
  expect(outcomeWords({ status: "resolved", records: 60, stream: "list" })).toContain("took its place")
  expect(statusName({ status: "resolved", stream: "devices" })).toBe("Came back")
  expect(statusName({ status: "open", stream: "list" })).toBe("Waiting")
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
