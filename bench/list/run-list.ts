import { setTimeout as sleep } from "node:timers/promises"
import { runMigrations } from "graphile-worker"
import { openDatabase } from "@/bench/database"
import { variables } from "@/bench/variables"
import { pool } from "@/lib/db/client"
import { openListCache } from "@/lib/master-data/cache/list-cache"
import type { LoadedList } from "@/lib/master-data/cache/load-list"
import { registry } from "@/lib/providers/registry"
import { connectList } from "./connect-list"
import { reportList, type Scenario } from "./report-list"
import { startServices } from "./start-services"
import { timeLookups } from "./time-lookups"

const lookups = 1_000_000
const longestWaitMs = 10_000

/** How long a list of so many items takes to be published, until readers have it, and to be looked up in. */
export async function runList({ items, rounds }: { items: number; rounds: number }): Promise<void> {
  const database = await openDatabase()
  const services = await startServices(items)
  try {
    const first: Scenario = { name: "first", ms: [], readersMs: [] }
    const unchanged: Scenario = { name: "unchanged", ms: [], readersMs: [] }
    const changed: Scenario = { name: "1 % gone", ms: [], readersMs: [] }
    Object.assign(process.env, variables(await database.fresh()))
    await runMigrations({ pgPool: pool() })
    const cache = openListCache()
    let loaded: LoadedList | null = null
    for (let round = 1; round <= rounds; round++) {
      await services.control({ reset: true })
      const settings = { ...services.settings, fileName: `bench-${round}` }
      const { integrationId, run } = await connectList({ ...services, settings, round })
      first.ms.push(await run())
      unchanged.ms.push(await run())
      loaded = await cache.read(integrationId, registry)
      await services.control({ removeFirst: Math.ceil(items / 100) })
      const before = loaded
      changed.ms.push(await run())
      const from = performance.now()
      while ((await cache.read(integrationId, registry)) === before) {
        if (performance.now() - from > longestWaitMs) throw new Error("No reader has seen the new list.")
        await sleep(1)
      }
      changed.readersMs.push(performance.now() - from)
      console.log(`Round ${round}: published in ${(first.ms.at(-1) ?? 0).toFixed(0)} ms`)
    }
    await cache.close()
    if (loaded === null) throw new Error("Nothing was published.")
    const isKept = await reportList({
      items,
      scenarios: [first, unchanged, changed],
      lookups: timeLookups(loaded, lookups),
      databaseUrl: database.url,
    })
    if (!isKept) process.exitCode = 1
  } finally {
    await pool().end()
    await services.stop()
    await database.close()
  }
}
