import { writeFileSync } from "node:fs"
import { describeMachine } from "@/bench/describe-machine"

/** `latencies`: milliseconds, shortest first. */
export type Drained = { workers: number; seconds: number; devices: number; latencies: number[] }

type Report = { drained: Drained[]; integrations: number; devices: number; databaseUrl: string }

/** Prints the table and writes it to `bench/drain.md`. */
export async function reportDrain({ drained, integrations, devices, databaseUrl }: Report): Promise<void> {
  const head = `${await describeMachine(databaseUrl)}, ${integrations.toLocaleString("en")} integrations of ${devices} new devices each, all due at one moment, 4 runs at once in a worker.`
  const table = [
    "| workers | seconds until all have synced | runs/s | devices | syncs asked for meanwhile | median ms until they began | longest ms |",
    "|---|---|---|---|---|---|---|",
    ...drained.map(({ workers, seconds, devices: arrived, latencies }) => {
      const middle = latencies[Math.floor(latencies.length / 2)]
      const cells = [
        workers,
        seconds.toFixed(1),
        (integrations / seconds).toFixed(1),
        arrived,
        latencies.length,
        middle === undefined ? "" : Math.round(middle),
        latencies.length === 0 ? "" : Math.round(Math.max(...latencies)),
      ]
      return `| ${cells.join(" | ")} |`
    }),
  ].join("\n")
  console.log(`\n${head}\n\n${table}`)
  writeFileSync(
    "bench/drain.md",
    `# A thousand at once\n\nMade by \`npm run bench -- drain\`. ${head} Seconds belong to the machine.\n\n${table}\n`,
  )
}
