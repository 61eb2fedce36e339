import { writeFileSync } from "node:fs"
import { describeMachine } from "@/bench/describe-machine"
import type { SyncCounts } from "@/lib/domain/sync-log"
import type { Fleet } from "./fleets"
import type { Took } from "./sync"

/** One sync. `calls`: requests to the provider by what they asked for; `retries`: how many of them were repeated. */
export type Measured = Took & {
  fleet: Fleet
  scenario: string
  calls: Record<string, number>
  counts: SyncCounts
  retries: number
}

/** Prints the table and writes it to `bench/iot.md`. */
export async function reportIot(measured: Measured[], databaseUrl: string): Promise<void> {
  const table = [
    "| cloud | devices | edge devices | modules | scenario | seconds | requests | repeated | peak RSS MB | created | updated | unchanged | which requests |",
    "|---|---|---|---|---|---|---|---|---|---|---|---|---|",
    ...measured.map(row),
  ].join("\n")
  const head = `${await describeMachine(databaseUrl)}. Seconds belong to the machine; requests do not.`
  console.log(`\n${head}\n\n${table}`)
  writeFileSync(
    "bench/iot.md",
    `# The IoT connectors\n\nMade by \`npm run bench -- iot\`. ${head}\n\n${notes}\n\n${table}\n`,
  )
}

function row({ fleet, scenario, ms, rss, calls, counts, retries }: Measured): string {
  const requests = Object.values(calls).reduce((sum, count) => sum + count, 0)
  const cells = [
    fleet.cloud,
    fleet.devices,
    fleet.edge,
    fleet.edge * 5,
    fleet.isLimited ? `${scenario}, on one S1 unit` : scenario,
    (ms / 1000).toFixed(2),
    requests,
    retries,
    Math.round(rss / 1e6),
    counts.created,
    counts.updated,
    counts.unchanged,
    Object.entries(calls)
      .map(([call, count]) => `${call} ${count}`)
      .join(", "),
  ]
  return `| ${cells.join(" | ")} |`
}

const notes = `Each sync runs in a process of its own, as in the worker: all streams, raw replies, checkpoints, receipt, guard. The clouds are simulated and answer
at once, except the S1 unit: it answers 20 queries a minute, in real time, and refuses more. Created and unchanged count models too.`
