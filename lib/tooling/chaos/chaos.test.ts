import { expect, test } from "vitest"
import { drawRound } from "./draw-round"
import { runChaos } from "./run-chaos"

test("S4-RECOVER the same seed draws the same disasters, another seed others", () => {
  const drawn = (seed: number) => [1, 2, 3].map((round) => drawRound(seed, round, 4))
  expect(drawn(7)).toEqual(drawn(7))
  expect(drawn(7)).not.toEqual(drawn(8))
})

test("S4-RECOVER after killed workers, a crashed database, faults, cancels and parallel triggers the inventory is the truth", async () => {
  const figures = await runChaos({
    seed: 14,
    rounds: 5,
    signal: new AbortController().signal,
    tell: () => {},
  })
  expect(figures).toMatchObject({ rounds: 5, kill: expect.any(Number), restart: expect.any(Number) })
  expect(figures.fellOver).toBe(0)
  expect(figures.kill).toBeGreaterThan(0)
  expect(figures.restart).toBeGreaterThan(0)
}, 180_000)
