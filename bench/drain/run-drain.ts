import { mkdirSync, rmSync } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { runMigrations } from "graphile-worker"
import { openDatabase } from "@/bench/database"
import { startSimulator } from "@/bench/simulator"
import { variables } from "@/bench/variables"
import { pool } from "@/lib/db/client"
import { openWorkers } from "@/lib/tooling/chaos/workers"
import { connectAll } from "./connect-all"
import { type Drained, reportDrain } from "./report-drain"
import { countEnded, makeAllDue, readDrain, readLatencies } from "./store"

/** Devices of each integration: one page. */
const devices = 25
/** Milliseconds between two people who press "Sync Devices Now" meanwhile. */
const pressEveryMs = 1000
const longestMs = 20 * 60_000

type Drain = { integrations: number; workers: number[] }

/** So many integrations, each of an account of its own, due at one moment: how long until all have synced, and how soon a sync that a person asks for begins meanwhile. */
export async function runDrain({ integrations, workers }: Drain): Promise<void> {
  const database = await openDatabase()
  const simulator = await startSimulator(devices, ["--keys", String(integrations + 1)])
  const logs = path.resolve(".rollcall", `drain-${process.pid}`)
  mkdirSync(logs, { recursive: true })
  try {
    Object.assign(process.env, variables(await database.fresh()))
    await runMigrations({ pgPool: pool() })
    console.log(`Connecting ${integrations} integrations …`)
    const press = await connectAll(integrations, simulator)
    const drained: Drained[] = []
    for (const count of workers) {
      drained.push(await drainWith({ count, integrations, press, logs }))
      console.log(`${count} workers: ${drained.at(-1)?.seconds.toFixed(1)} s`)
    }
    await reportDrain({ drained, integrations, devices, databaseUrl: database.url })
  } finally {
    await pool().end()
    await simulator.stop()
    await database.close()
    rmSync(logs, { recursive: true, force: true })
  }
}

type DrainWith = { count: number; integrations: number; press: () => Promise<void>; logs: string }

async function drainWith({ count, integrations, press, logs }: DrainWith): Promise<Drained> {
  await makeAllDue(pool())
  const running = openWorkers({ count, env: process.env, folder: logs })
  const until = Date.now() + longestMs
  try {
    for (;;) {
      await sleep(pressEveryMs)
      const { ended, failed } = await countEnded(pool())
      if (failed > 0) throw new Error(`${failed} runs failed; their workers' logs are in ${logs}.`)
      if (ended >= integrations) break
      if (Date.now() > until) throw new Error(`Only ${ended} of ${integrations} runs ended in 20 minutes.`)
      if (ended > 0) await press()
    }
    return { workers: count, ...(await readDrain(pool())), latencies: await readLatencies(pool()) }
  } finally {
    await running.stop()
  }
}
