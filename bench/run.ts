/**
 * `npm run bench`: one integration of growing size, us against the floor and a row-by-row loop.
 * `npm run bench -- list`: a list of 100,000 items is published to S3, and looked up in.
 * `npm run bench -- drain`: a thousand integrations due at once, with 1, 2 and 4 workers.
 * `npm run bench -- iot`: both IoT connectors, their memory and every request they make.
 * `npm run bench -- circuits`: 20,000 circuits of WorkStudio, and the pause between its calls.
 */
import { parseArgs } from "node:util"
import { runCircuits } from "./circuits/run-circuits"
import { isInterrupted } from "./database"
import { runDrain } from "./drain/run-drain"
import { runIot } from "./iot/run-iot"
import { runLadder } from "./ladder"
import { runList } from "./list/run-list"

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: "string" },
    rounds: { type: "string", default: "3" },
    "loop-up-to": { type: "string", default: "100000" },
    integrations: { type: "string", default: "1000" },
    workers: { type: "string", default: "1,2,4" },
    items: { type: "string", default: "100000" },
    circuits: { type: "string", default: "20000" },
  },
})
const numbers = (text: string): number[] => text.split(",").map(Number)

await run(positionals[0]).catch((error: unknown) => {
  if (!isInterrupted()) throw error
})

async function run(name: string | undefined): Promise<void> {
  switch (name) {
    case undefined:
      return runLadder({
        sizes: numbers(values.sizes ?? "1000,10000,100000"),
        rounds: Number(values.rounds),
        loopUpTo: Number(values["loop-up-to"]),
      })
    case "drain":
      return runDrain({ integrations: Number(values.integrations), workers: numbers(values.workers) })
    case "list":
      return runList({ items: Number(values.items), rounds: Number(values.rounds) })
    case "iot":
      return runIot(numbers(values.sizes ?? "10000,100000,300000"))
    case "circuits":
      return runCircuits({ circuits: Number(values.circuits) })
    default:
      console.error(
        `There is no benchmark "${name}"; there are the usual one, drain, list, iot and circuits.`,
      )
      process.exitCode = 2
  }
}
