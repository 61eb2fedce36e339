import { openDatabase } from "./database"
import { type Measured, report } from "./report"
import { bundleContenders, type ContenderName, contenders, runContender } from "./run-contender"
import { startSimulator } from "./simulator"

/** What happened at the source since the sync before. */
const scenarios = ["new", "unchanged", "1 % changed", "10 % removed"] as const
type Scenario = (typeof scenarios)[number]

/** The loop takes minutes at such sizes, and one round of a new fleet tells enough. */
const large = 100_000
/** At such sizes one round of everything does. */
const huge = 1_000_000

type Ladder = { sizes: number[]; rounds: number; loopUpTo: number }

/**
 * Every contender at every size in turn, several rounds, and the report of it. Each on a database of its own: what one leaves to be
 * vacuumed and written out, the next would pay for.
 */
export async function runLadder({ sizes, rounds, loopUpTo }: Ladder): Promise<void> {
  const database = await openDatabase()
  const measured: Measured[] = []
  try {
    console.log(
      `Floor, row-by-row loop and ours in turn, medians of ${rounds} rounds; sizes ${sizes.join(", ")}.`,
    )
    const script = await bundleContenders(database.folder)
    for (const size of sizes) {
      for (let round = 1; round <= (size >= huge ? 1 : rounds); round++) {
        for (const contender of contenders) {
          if (contender === "loop" && (size > loopUpTo || (size >= large && round > 1))) continue
          const databaseUrl = await database.fresh()
          measured.push(...(await runContenderThrough({ script, contender, size, round, databaseUrl })))
        }
      }
    }
    await report({ measured, rounds, databaseUrl: database.url })
  } finally {
    await database.close()
  }
}

type Through = { script: string; contender: ContenderName; size: number; round: number; databaseUrl: string }

/** One contender meets the fleet as new, then unchanged, then with every hundredth device changed, then a tenth gone. */
async function runContenderThrough(through: Through): Promise<Measured[]> {
  const { script, contender, size, round, databaseUrl } = through
  const simulator = await startSimulator(size)
  const measured: Measured[] = []
  const run = (step: "sync" | "prove" | "remove") =>
    runContender(contender, { script, step, databaseUrl, simulator })
  try {
    for (const scenario of scenariosOf(contender, size)) {
      if (scenario === "1 % changed") await simulator.change(Math.ceil(size / 100))
      if (scenario === "10 % removed") {
        await simulator.remove(Math.ceil(size / 10))
        if (contender === "ours") await run("prove")
      }
      const outcome = await run(scenario === "10 % removed" ? "remove" : "sync")
      measured.push({ size, scenario, contender, ...outcome })
      const seconds = (outcome.ms / 1000).toFixed(2)
      console.log(`${size} devices, round ${round}, ${contender}, ${scenario}: ${seconds} s`)
    }
  } finally {
    await simulator.stop()
  }
  return measured
}

/** The loop removes nothing, as most of its kind. */
function scenariosOf(contender: ContenderName, size: number): readonly Scenario[] {
  if (contender !== "loop") return scenarios
  return size >= large ? ["new"] : ["new", "unchanged", "1 % changed"]
}
