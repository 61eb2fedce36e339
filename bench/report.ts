import { execFileSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { Client } from "pg"

export type Measured = { size: number; scenario: string; contender: string; ms: number; rss: number }

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
  const postgres = await serverVersion(databaseUrl)
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"]).toString().trim()
  const table = [
    "| devices | scenario | contender | seconds | devices/s | × floor | × faster than loop | peak RSS MB |",
    "|---|---|---|---|---|---|---|---|",
    ...rows(measured),
  ]
  const head = `Commit ${commit}, Node ${process.version}, Postgres ${postgres}, pages of 100, medians of ${rounds} rounds (of the loop one, from 100,000 devices on).`
  console.log(`\n${head}\n\n${table.join("\n")}`)
  writeFileSync(
    "bench/results.md",
    `# Benchmark\n\nMade by \`npm run bench\`. ${head} Ratios count; seconds belong to the machine.\n\n${table.join("\n")}\n`,
  )
}

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
    ]
    return `| ${cells.join(" | ")} |`
  })
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

async function serverVersion(databaseUrl: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows: found } = await client.query<{ server_version: string }>("show server_version")
  await client.end()
  return found[0]?.server_version ?? "unknown"
}
