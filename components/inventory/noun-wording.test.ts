import { expect, test } from "vitest"
import { countRecords, subjectPath } from "./noun-wording"

test("what a run read is called by its noun, or records where there are several", () => {
  expect(countRecords(3, [])).toBe("3 devices")
  expect(countRecords(1, ["devices"])).toBe("1 device")
  expect(countRecords(2, ["device-models", "edge-device-models"])).toBe("2 models")
  expect(countRecords(2, ["device-models", "devices"])).toBe("2 records")
})

test("each noun has its page", () => {
  expect(subjectPath("device-model", "a")).toBe("/models/a")
})
