import { execFile, spawn } from "node:child_process"
import { once } from "node:events"
import { rmSync } from "node:fs"
import path from "node:path"
import { createInterface } from "node:readline"
import { parseArgs, promisify } from "node:util"
import { Client } from "pg"
import { startCluster } from "@/lib/db/embedded/cluster"
import { migrate } from "@/lib/db/migrate"
import { smallHeap } from "@/lib/tooling/programs"
import { type Outcome, outcome } from "./contender"
import { type Measured, report } from "./report"

const run = promisify(execFile)
const tsx = ["--import", "tsx"]
const contenders = ["floor", "loop", "ours"] as const
const scenarios = ["new", "unchanged", "1 % changed"] as const

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000,100000" },
    rounds: { type: "string", default: "3" },
    "loop-up-to": { type: "string", default: "100000" },
  },
})
const sizes = values.sizes.split(",").map(Number)
const rounds = Number(values.rounds)
/** The loop takes minutes at 100,000 devices, and one round of it tells enough. */
const loopUpTo = Number(values["loop-up-to"])

const home = path.resolve(".rollcall", `bench-${process.pid}`)
const cluster = await startCluster({ home })
const measured: Measured[] = []
try {
  console.log(
    `Floor, row-by-row loop and ours in turn, medians of ${rounds} rounds; sizes ${sizes.join(", ")}.`,
  )
  for (const size of sizes) {
    for (let round = 1; round <= rounds; round++) await runRound(size, round)
  }
  await report({ measured, rounds, databaseUrl: cluster.url })
} finally {
  await cluster.stop()
  rmSync(home, { recursive: true, force: true })
}

/** One fresh database; each contender meets the fleet as new, then unchanged, then with every hundredth device changed. */
async function runRound(size: number, round: number): Promise<void> {
  const databaseUrl = await freshDatabase()
  for (const contender of contenders) {
    if (contender === "loop" && (size > loopUpTo || (size >= 100_000 && round > 1))) continue
    const simulator = await startSimulator(size)
    try {
      for (const scenario of scenarios) {
        if (scenario === "1 % changed") await simulator.change(Math.ceil(size / 100))
        const { ms, rss } = await runContender(contender, databaseUrl, simulator)
        measured.push({ size, scenario, contender, ms, rss })
        console.log(`${size} devices, round ${round}, ${contender}, ${scenario}: ${(ms / 1000).toFixed(2)} s`)
      }
    } finally {
      await simulator.stop()
    }
  }
}

async function freshDatabase(): Promise<string> {
  const url = new URL(cluster.url)
  url.pathname = "/postgres"
  const client = new Client({ connectionString: url.href })
  await client.connect()
  await client.query("drop database if exists bench with (force)")
  await client.query("create database bench")
  await client.query("checkpoint")
  await client.end()
  url.pathname = "/bench"
  await migrate(url.href)
  return url.href
}

type Simulator = {
  url: string
  apiKey: string
  change: (count: number) => Promise<void>
  stop: () => Promise<void>
}

async function startSimulator(devices: number): Promise<Simulator> {
  const fleet = ["--devices", String(devices), "--frozen-at", "2026-11-01T00:00:00Z"]
  const child = spawn(process.execPath, [...tsx, "simulators/main.ts", ...fleet], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  const [line] = await once(createInterface({ input: child.stdout }), "line")
  const { url, apiKey }: { url: string; apiKey: string } = JSON.parse(line)
  return {
    url,
    apiKey,
    change: async (count) => {
      const body = JSON.stringify({ change: { count, field: "device_name" } })
      const headers = { "content-type": "application/json" }
      const reply = await fetch(`${new URL(url).origin}/__control`, { method: "POST", body, headers })
      if (!reply.ok) throw new Error(await reply.text())
    },
    stop: async () => {
      child.kill("SIGTERM")
      await once(child, "exit")
    },
  }
}

/** Ours runs with the flag that the worker is started with; the others as node comes. */
async function runContender(
  contender: string,
  database: string,
  { url, apiKey }: Simulator,
): Promise<Outcome> {
  const args = ["--contender", contender, "--database", database, "--simulator", url, "--key", apiKey]
  const flags = contender === "ours" ? [smallHeap, ...tsx] : tsx
  const { stdout } = await run(process.execPath, [...flags, "bench/contender.ts", ...args], {
    maxBuffer: 1 << 24,
  })
  return outcome.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""))
}
