import path from "node:path"
import { drawRound } from "./draw-round"
import { openChecks } from "./open-checks"
import { openGround } from "./open-ground"
import { type Done, playRound } from "./play-round"
import { settle } from "./settle"

/** `takenOver`: runs that needed more than one attempt. `fellOver`: workers that ended though nobody killed them. */
export type Figures = Done & {
  rounds: number
  seconds: number
  takenOver: number
  fellOver: number
  endings: Record<string, number>
}

type Options = { seed: number; rounds: number; signal: AbortSignal; tell: (line: string) => void }

/**
 * Plays so many rounds of a seeded schedule of disasters, and looks after each whether the inventory is the truth, nothing is
 * stuck and the history is whole. Throws at the first round that is not clean, with the seed and what happened in it.
 */
export async function runChaos({ seed, rounds, signal, tell }: Options): Promise<Figures> {
  const began = performance.now()
  const ground = await openGround()
  const checks = openChecks(ground)
  const done: Done = { trigger: 0, cancel: 0, clock: 0, fleet: 0, toggle: 0, faults: 0, kill: 0, restart: 0 }
  const present = new Set<string>()
  let isClean = false
  const figures = (played: number): Figures => ({
    rounds: played,
    seconds: Math.round((performance.now() - began) / 1000),
    ...done,
    takenOver: checks.takenOver(),
    fellOver: ground.workers.fellOver(),
    endings: checks.endings,
  })
  try {
    await settle(ground)
    await checks.check()
    for (let round = 1; round <= rounds; round++) {
      signal.throwIfAborted()
      refill(ground.sources, present)
      const events = drawRound(seed, round, ground.sources.length)
      try {
        await playRound({ ground, events, done, present })
        await settle(ground)
        await checks.check()
      } catch (cause) {
        const schedule = events.map((event) => `  ${JSON.stringify(event)}`).join("\n")
        const logs = path.relative("", path.join(ground.home, "logs"))
        throw new Error(
          `Round ${round} of seed ${seed} is not clean. Repeat it with: npm run test:chaos -- --seed ${seed} --rounds ${round}\n` +
            `Its schedule:\n${schedule}\nThe workers' logs are in ${logs}.`,
          { cause },
        )
      }
      tell(JSON.stringify(figures(round)))
    }
    isClean = true
    return figures(rounds)
  } finally {
    await ground.close({ keep: !isClean })
  }
}

/** A fleet that has shrunk to less than half is given back whole. */
function refill(sources: Awaited<ReturnType<typeof openGround>>["sources"], present: Set<string>): void {
  for (const [number, { simulator, size }] of sources.entries()) {
    if (simulator.state().devices >= size / 2) continue
    simulator.control({ devices: size })
    for (const key of present) if (key.startsWith(`${number}-`)) present.delete(key)
  }
}
