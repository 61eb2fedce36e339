import { describe, expect, test } from "vitest"
import { addSample, rateOf, recordsPerSecond, type Sample, timeLeft } from "./rate-of"

const samplesOf = (...pairs: [at: number, records: number][]) =>
  pairs.reduce<Sample[]>((samples, [at, records]) => addSample(samples, { at, records }), [])

describe("the rate of a read", () => {
  test("is taken from the last ten seconds, so that a slow start is forgotten", () => {
    expect(rateOf(samplesOf([0, 0], [10_000, 100], [15_000, 5100], [20_000, 10_100]))).toBe(1000)
  })

  test("is not told from samples too close together", () => {
    expect(rateOf(samplesOf([0, 0], [1000, 500]))).toBeNull()
    expect(rateOf([])).toBeNull()
  })

  test("falls to nothing while no record comes", () => {
    expect(rateOf(samplesOf([0, 500], [5000, 500]))).toBe(0)
  })

  test("starts anew when the read does", () => {
    expect(samplesOf([0, 500], [3000, 100])).toEqual([{ at: 3000, records: 100 }])
  })
})

test("a rate since the start needs a second and a record", () => {
  expect(recordsPerSecond(50, 400)).toBeNull()
  expect(recordsPerSecond(0, 5000)).toBeNull()
  expect(recordsPerSecond(10_000, 4000)).toBe(2500)
})

test("the time left is told in whole seconds, and not when nobody knows or it is nearly over", () => {
  expect(timeLeft(900, 150)).toBe("about 6 s left")
  expect(timeLeft(100_000, 1000)).toBe("about 1 min 40 s left")
  expect(timeLeft(100, 150)).toBeNull()
  expect(timeLeft(100, 0)).toBeNull()
  expect(timeLeft(100, null)).toBeNull()
})
