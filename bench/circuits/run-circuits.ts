import { runMigrations } from "graphile-worker"
import { z } from "zod"
import { openDatabase } from "@/bench/database"
import { spawnSimulator } from "@/bench/simulator"
import { variables } from "@/bench/variables"
import { pool } from "@/lib/db/client"
import type { StreamId } from "@/lib/domain/provider-id"
import { guidOf } from "@/simulators/workstudio/circuits"
import { connectWorkstudio } from "./connect"
import { type Calls, countCalls } from "./count-calls"
import { findFaults } from "./find-faults"
import { reportCircuits } from "./report-circuits"
import { analyzeCircuits, countCircuits, markPending, setPause } from "./store"
import { timePages } from "./time-pages"

/** Work orders whose planned units are read: enough calls for many pauses. */
const workOrders = 100
const pause = { calls: 5, ms: 500 }
const seed = 1

export type Measured = Calls & { what: string; isPausing: boolean; seconds: number }

const state = z.object({ times: z.array(z.number()) })

/**
 * So many circuits of WorkStudio, new, unchanged, and a hundredth changed, and planned units: without the pause and with it. The
 * simulator counts the calls. Ends with 1 when a run takes too long, or the pause is not exactly kept to.
 */
export async function runCircuits({ circuits }: { circuits: number }): Promise<void> {
  const database = await openDatabase()
  const simulator = await spawnSimulator([
    "--simulator",
    "workstudio",
    "--devices",
    String(circuits),
    "--seed",
    String(seed),
  ])
  const measured: Measured[] = []
  try {
    Object.assign(process.env, variables(await database.fresh()))
    await runMigrations({ pgPool: pool() })
    const { actor, sync } = await connectWorkstudio(simulator.access)
    const callsSoFar = async () => state.parse(await simulator.control({})).times
    const measure = async (what: string, stream: StreamId, isPausing: boolean) => {
      await setPause(pool(), isPausing ? pause : { calls: 0, ms: 0 })
      const before = (await callsSoFar()).length
      const seconds = (await sync(stream)) / 1000
      const times = (await callsSoFar()).slice(before)
      measured.push({ what, isPausing, seconds, ...countCalls(times, isPausing ? pause.ms : 0) })
      console.log(`${what}, ${isPausing ? "with the pause" : "without"}: ${seconds.toFixed(2)} s`)
    }
    await measure(`${circuits} circuits, all new`, "circuits", false)
    await measure(`${circuits} circuits, none changed`, "circuits", false)
    await simulator.control({ change: changes(Math.ceil(circuits / 100)) })
    await measure(`${circuits} circuits, 1 % changed`, "circuits", false)
    const orders = await markPending(pool(), workOrders)
    await measure(`planned units of ${orders} work orders`, "planned-units", false)
    await measure(`planned units of ${orders} work orders`, "planned-units", true)
    await analyzeCircuits(pool())
    const pages = await timePages(actor)
    const kept = await countCircuits(pool())
    await reportCircuits({ measured, pages, pause, kept, databaseUrl: database.url })
    const faults = findFaults({ measured, circuits, pause })
    for (const fault of faults) console.error(fault)
    if (faults.length > 0) process.exitCode = 1
  } finally {
    await pool().end()
    await simulator.stop()
    await database.close()
  }
}

const changes = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    jobGuid: guidOf(seed, at),
    to: { percent: 101, planned: 0.1 },
  }))
