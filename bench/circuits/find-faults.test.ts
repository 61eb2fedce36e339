import { expect, test } from "vitest"
import { countCalls } from "./count-calls"
import { findFaults } from "./find-faults"

/** Moments of so many calls, 1 ms apart, with a pause of 500 ms after every so many. */
const callsWith = (count: number, every: number) =>
  Array.from({ length: count }, (_, at) => at + 500 * Math.floor(at / every))
const judge = (times: number[], { seconds = 1, isPausing = true, circuits = 20_000 } = {}) =>
  findFaults({
    measured: [{ what: "units", isPausing, seconds, ...countCalls(times, isPausing ? 500 : 0) }],
    circuits,
    pause: { calls: 5 },
  })

test("S2-RATE the benchmark finds nothing where a pause comes after every five calls, however long that takes", () => {
  for (const count of [1, 5, 6, 10, 101]) expect(judge(callsWith(count, 5), { seconds: 11 })).toEqual([])
})

test("S2-RATE the benchmark names pauses that come too seldom, too often, or not at all", () => {
  expect(judge(callsWith(101, 6))).toEqual([
    "units: 16 pauses in 101 calls, where 20 were due.",
    "units: 6 calls between pauses, where 5 were due.",
  ])
  expect(judge(callsWith(20, 4)).join(" ")).toContain("4 calls between pauses, where 5 were due")
  expect(judge(callsWith(20, 100))).toEqual(["units: 0 pauses in 20 calls, where 3 were due."])
})

test("S2-CIRCUITS the benchmark names runs of 20,000 circuits without the pause that take ten seconds", () => {
  const without = { isPausing: false }
  expect(judge(callsWith(5, 5), { ...without, seconds: 9.9 })).toEqual([])
  expect(judge(callsWith(5, 5), { ...without, seconds: 10 })).toEqual([
    "units: took 10.00 s, which has to be less than 10 s.",
  ])
  expect(judge(callsWith(5, 5), { ...without, seconds: 60, circuits: 200_000 })).toEqual([])
})
