import { parseArgs } from "node:util"
import { z } from "zod"
import { pool, prisma } from "@/lib/db/client"
import { log } from "@/lib/log"
import { sync } from "@/worker/tasks/sync"

/** What a sync's process prints: milliseconds of the sync, peak RSS of the process in bytes. */
export const took = z.object({ ms: z.number(), rss: z.number() })
export type Took = z.infer<typeof took>

/** Carries out one run in this process as the worker does, and prints what it took as the last line. */
if (import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({ options: { run: { type: "string" } } })
  const { run: syncLogId = "" } = values
  const started = performance.now()
  await sync({ pool: pool(), syncLogId, workerId: "bench", signal: new AbortController().signal, log })
  const ms = performance.now() - started
  await prisma().$disconnect()
  await pool().end()
  const result: Took = { ms, rss: process.resourceUsage().maxRSS * 1024 }
  process.stdout.write(`${JSON.stringify(result)}\n`)
}
