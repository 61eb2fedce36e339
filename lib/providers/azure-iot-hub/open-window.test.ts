import { expect, test } from "vitest"
import { rateOf } from "./limits"
import { openWindow } from "./open-window"

/** The moments, in seconds, at which so many requests leave that are sent one after the other. */
function leave(count: number, units: number): number[] {
  const wait = openWindow(rateOf({ tier: "S1", units }))
  const left: number[] = []
  for (let now = 0; left.length < count; now += 50) {
    now += wait(now)
    left.push(now / 1000)
  }
  return left
}

test.each([
  [1, 20],
  [3, 60],
])("S4-RATE %i units of S1 are never sent more than %i requests in a minute", (units, most) => {
  const left = leave(300, units)
  for (const [at, moment] of left.entries())
    expect((left[at + most] ?? Infinity) - moment).toBeGreaterThan(60)
})

test("S3-SC the 103 requests that 10,000 devices take need five minutes on one unit, a small hub none", () => {
  expect(leave(103, 1).at(-1)).toBeCloseTo(303, 0)
  expect(leave(20, 1).at(-1)).toBeLessThan(1)
})
