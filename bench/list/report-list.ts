import { writeFileSync } from "node:fs"
import { describeMachine } from "@/bench/describe-machine"
import type { Lookups } from "./time-lookups"

/** `ms` of each round; `readersMs` until a reader had the new list after the run that published it, where one did. */
export type Scenario = { name: string; ms: number[]; readersMs: number[] }

type Report = { items: number; scenarios: Scenario[]; lookups: Lookups; databaseUrl: string }

/** What is asked of it (issue 7): the seconds of the first publishing, the microseconds of a lookup. */
const limits = { publishS: 5, lookupUs: 50 }

/** Prints the table and writes it to `bench/list.md`; gives whether it keeps to what is asked of it. */
export async function reportList({ items, scenarios, lookups, databaseUrl }: Report): Promise<boolean> {
  const head = `${await describeMachine(databaseUrl)}, a list of ${items.toLocaleString("en")} items, medians of ${scenarios[0]?.ms.length ?? 0} rounds.`
  const publishS = Math.max(...(scenarios[0]?.ms ?? [])) / 1000
  const isKept = publishS < limits.publishS && lookups.slowestOf100Us < limits.lookupUs
  const text = [
    "| run | seconds | longest | items/s | readers have it after ms |",
    "|---|---|---|---|---|",
    ...scenarios.map((scenario) => row(scenario, items)),
    "",
    `A lookup in memory takes ${lookups.meanUs.toFixed(2)} µs on average, and 99 of 100 take less than ${lookups.slowestOf100Us.toFixed(1)} µs (${lookups.count.toLocaleString("en")} lookups).`,
    "",
    `Asked for: publishing in under ${limits.publishS} s (the longest took ${publishS.toFixed(2)} s), a lookup in under ${limits.lookupUs} µs. ${isKept ? "Both hold." : "That does not hold."}`,
  ].join("\n")
  console.log(`\n${head}\n\n${text}`)
  writeFileSync(
    "bench/list.md",
    `# Publishing a list\n\nMade by \`npm run bench -- list\`. ${head} A run is all that a worker does: fetch, check every item, compare, put to S3, read back, record. Seconds belong to the machine.\n\n${text}\n`,
  )
  return isKept
}

function row({ name, ms, readersMs }: Scenario, items: number): string {
  const seconds = median(ms) / 1000
  const cells = [
    name,
    seconds.toFixed(2),
    (Math.max(...ms) / 1000).toFixed(2),
    Math.round(items / seconds),
    readersMs.length === 0 ? "" : Math.round(median(readersMs)),
  ]
  return `| ${cells.join(" | ")} |`
}

function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
