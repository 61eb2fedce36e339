/** `npm run test:chaos -- --rounds 200 --seed 1`: prints a line a round, and the figures at the end. */
import { parseArgs } from "node:util"

process.env.LOG_LEVEL = "silent" // a connection that is lost is no news here
const { runChaos } = await import("./run-chaos")

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "200" }, seed: { type: "string", default: "1" } },
})

const [rounds, seed] = [readNumber("rounds", values.rounds), readNumber("seed", values.seed)]
const stop = new AbortController()
for (const name of ["SIGINT", "SIGTERM"] as const)
  process.on(name, () => stop.abort(new Error("Stopped between two rounds.")))

console.log(`Chaos: ${rounds} rounds of seed ${seed}`)
try {
  const figures = await runChaos({ rounds, seed, signal: stop.signal, tell: console.log })
  console.log("Every round was clean.")
  console.log(JSON.stringify(figures, null, 2))
  process.exit(0)
} catch (error) {
  console.error(error)
  process.exit(1)
}

function readNumber(name: string, text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  console.error(`--${name} must be a whole number, not "${text}".`)
  process.exit(2)
}
