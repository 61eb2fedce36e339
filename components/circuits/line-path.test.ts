import { expect, it } from "vitest"
import { linePath } from "./line-path"

const box = { width: 100, height: 26 }

it("S2-SNAPSHOT draws a line from the lowest value at the bottom to the highest at the top", () => {
  expect(linePath([0, 5, 10], box)).toBe("M0 23h0.1L50 13L100 3")
})

it("S2-SNAPSHOT breaks where a value is not known, and lies in the middle where none differs", () => {
  expect(linePath([1, null, 1], box)).toBe("M0 13h0.1M100 13h0.1")
  expect(linePath([], box)).toBe("")
})
