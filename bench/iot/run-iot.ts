import { execFile } from "node:child_process"
import { promisify } from "node:util"
import { runMigrations } from "graphile-worker"
import { z } from "zod"
import { openDatabase } from "@/bench/database"
import { variables } from "@/bench/variables"
import { pool, prisma } from "@/lib/db/client"
import { streamReceipt, syncCounts } from "@/lib/domain/sync-log"
import { smallHeap } from "@/lib/tooling/programs"
import { type Connected, connectCloud } from "./connect-cloud"
import { commandFor, type Fleet, freeFleets, limitedFleet } from "./fleets"
import { type Measured, reportIot } from "./report-iot"
import { type Cloud, startCloud } from "./start-cloud"
import { took } from "./sync"

const run = promisify(execFile)

/**
 * Both IoT connectors at each size, met as new and then unchanged: seconds, memory, and every request to the provider. Beside
 * them a hub on one S1 unit, which takes its five minutes and next to nothing of the machine.
 */
export async function runIot(sizes: number[]): Promise<void> {
  const database = await openDatabase()
  try {
    Object.assign(process.env, variables(await database.fresh()))
    await runMigrations({ pgPool: pool() })
    const limited = measureFleet(limitedFleet)
    limited.catch(() => {}) // thrown where it is awaited
    const measured: Measured[] = []
    for (const fleet of freeFleets(sizes)) measured.push(...(await measureFleet(fleet)))
    await reportIot([...measured, ...(await limited)], database.url)
  } finally {
    await prisma().$disconnect()
    await pool().end()
    await database.close()
  }
}

async function measureFleet(fleet: Fleet): Promise<Measured[]> {
  const cloud = await startCloud(fleet.cloud)
  try {
    await cloud.control(commandFor(fleet))
    const at = await connectCloud(fleet, cloud)
    const measured = [{ ...(await measureSync(at, cloud)), fleet, scenario: "new" }]
    if (!fleet.isLimited) measured.push({ ...(await measureSync(at, cloud)), fleet, scenario: "unchanged" })
    for (const { scenario, ms, calls } of measured)
      console.log(
        `${fleet.cloud}, ${fleet.devices} ${scenario}: ${(ms / 1000).toFixed(2)} s, ${JSON.stringify(calls)}`,
      )
    return measured
  } finally {
    await cloud.stop()
  }
}

/** One sync in a process of its own, started with the flag that the worker is started with. */
async function measureSync({ accountId, integrationId }: Connected, cloud: Cloud) {
  const { id } = await prisma().syncLog.create({ data: { accountId, integrationId, trigger: "manual" } })
  const before = await cloud.calls()
  const args = [...smallHeap, "--import", "tsx", "bench/iot/sync.ts", "--run", id]
  const { stdout } = await run(process.execPath, args, { maxBuffer: 1 << 24, env: process.env })
  const { status, counts, receipt } = await prisma().syncLog.findUniqueOrThrow({ where: { id } })
  if (status !== "SUCCESS") throw new Error(`The run ended as ${status}.`)
  const receipts = Object.values(z.record(z.string(), streamReceipt).parse(receipt))
  return {
    ...took.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? "")),
    calls: since(before, await cloud.calls()),
    counts: syncCounts.parse(counts),
    retries: receipts.reduce((sum, { retries }) => sum + retries, 0),
  }
}

const since = (before: Record<string, number>, after: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(after)
      .map(([call, count]) => [call, count - (before[call] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  )
