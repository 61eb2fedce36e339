import { writeFileSync } from "node:fs"
import { describeMachine } from "./describe-machine"
import type { Run } from "./run-contender"

export type Measured = Run & { size: number; scenario: string; contender: string }

/** Prints the table and writes it to `bench/results.md`, with what it was measured on. */
export async function report({
  measured,
  rounds,
  databaseUrl,
}: {
  measured: Measured[]
  rounds: number
  databaseUrl: string
}) {
  const table = [
    "| devices | scenario | contender | seconds | devices/s | × floor | × faster than loop | peak RSS MB | rows written | WAL MB |",
    "|---|---|---|---|---|---|---|---|---|---|",
    ...rows(measured),
  ]
  const head = `${await describeMachine(databaseUrl)}, pages of 100, medians of ${rounds} rounds (one of the loop from 100,000 devices on, and one of all from 1,000,000 on).`
  console.log(`\n${head}\n\n${table.join("\n")}`)
  writeFileSync(
    "bench/results.md",
    `# Benchmark\n\nMade by \`npm run bench\`. ${head} Ratios count; seconds belong to the machine.\n\n${notes}\n\n${table.join("\n")}\n`,
  )
}

const notes = `Rows written are those of the inventory (ours has two a device: what the source says, and what people see), without stage and
history. A tenth is removed: the floor deletes it; ours reads a second time, holds the removals because they are more than the integration's
limit, and an admin approves them all, which is in the time; the read before, that first missed them, is not. The loop removes nothing.`

function rows(measured: Measured[]): string[] {
  const groups = Map.groupBy(measured, ({ size, scenario, contender }) => `${size}|${scenario}|${contender}`)
  const ms = (key: string): number | null => {
    const group = groups.get(key)
    return group === undefined ? null : median(group.map((one) => one.ms))
  }
  return [...groups].map(([key, group]) => {
    const [size = "", scenario = "", contender = ""] = key.split("|")
    const own = median(group.map((one) => one.ms))
    const floor = ms(`${size}|${scenario}|floor`)
    const loop = ms(`${size}|${scenario}|loop`)
    const cells = [
      size,
      scenario,
      contender,
      (own / 1000).toFixed(2),
      Math.round(Number(size) / (own / 1000)),
      floor === null ? "" : (own / floor).toFixed(2),
      loop === null ? "" : (loop / own).toFixed(1),
      Math.round(Math.max(...group.map((one) => one.rss)) / 1e6),
      Math.max(...group.map((one) => one.rowsWritten)),
      (median(group.map((one) => one.wal)) / 1e6).toFixed(1),
    ]
    return `| ${cells.join(" | ")} |`
  })
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
