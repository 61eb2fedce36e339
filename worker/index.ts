/**
 * One worker process. It keeps no state of its own: any number of them run against one database. SIGTERM or SIGINT: takes no
 * more jobs, runs in hand stop at their checkpoint and are given back, exit 0 within 15 seconds.
 */
import { randomBytes } from "node:crypto"
import { hostname } from "node:os"
import { setTimeout as sleep } from "node:timers/promises"
import { type Runner, run } from "graphile-worker"
import { pool } from "@/lib/db/client"
import { isConnectionLost } from "@/lib/db/connection-lost"
import { env } from "@/lib/env"
import { log as rootLog } from "@/lib/log"
import { renderMetrics } from "@/lib/metrics/render-metrics"
import { catalog } from "@/lib/providers/catalog"
import { graphileLogger } from "./graphile-logger"
import { lookAtOnce } from "./half-minute"
import { serveHealth } from "./health"
import { openListScheduler } from "./master-data/list-scheduler"
import { whyNotReady } from "./readiness"
import { crontab } from "./schedule"
import { runTasks, sendingTasks, upkeepTasks } from "./task-lists"

const log = rootLog.child({
  program: "worker",
  worker: `${hostname()}-${process.pid}-${randomBytes(2).toString("hex")}`,
})
const stop = new AbortController()
let runners: Runner[] = []

for (const name of ["SIGTERM", "SIGINT"] as const) process.once(name, () => void shutDown(name))
// Graphile Worker does not wait for its own notes on a job. While the database is away they fail, and would end this process;
// the run is taken up after the sweep, and everything else throws where somebody waits for it.
process.on("unhandledRejection", (error) => {
  if (isConnectionLost(error)) log.warn({ error: error.message }, "the database was away when a job ended")
  else fail(error, "worker broke down")
})
await start().catch((error: unknown) => fail(error, "worker did not start"))

async function start(): Promise<void> {
  const { HOST: host, WORKER_PORT, METRICS_TOKEN } = env()
  const isRunning = () => runners.length > 0
  const port = await serveHealth({
    host,
    port: WORKER_PORT,
    whyNotReady: () => whyNotReady(pool(), isRunning),
    metrics: () => renderMetrics(catalog),
    metricsToken: METRICS_TOKEN ?? null,
  })
  log.info({ host, port }, "worker started")
  await databaseReady()
  if (stop.signal.aborted) return
  const work = { pool: pool(), log, signal: stop.signal }
  const shared = { pgPool: pool(), noHandleSignals: true, logger: graphileLogger(log), pollInterval: 1000 }
  const listScheduler = openListScheduler({ log, env: env() })
  listScheduler.startOrSayWhyNot()
  // Three runners, so that a worker whose slots are all taken by long runs still dispatches, sweeps and tells people
  const taskList = upkeepTasks({ ...work, listScheduler })
  const upkeep = await run({ ...shared, taskList, crontab, concurrency: 2 })
  const sending = await run({ ...shared, taskList: sendingTasks(work), crontab: "", concurrency: 2 })
  const runs = await run({
    ...shared,
    taskList: runTasks(work),
    crontab: "",
    concurrency: env().WORKER_CONCURRENCY,
  })
  runners = [upkeep, sending, runs]
  for (const runner of runners) runner.promise.catch((error: unknown) => fail(error, "worker broke down"))
  for (const task of ["dispatch", "sweep"] as const) await lookAtOnce(pool(), task, new Date())
  log.info({ concurrency: env().WORKER_CONCURRENCY }, "worker takes jobs")
}

/** Another process may still be starting the database or migrating it. */
async function databaseReady(): Promise<void> {
  for (let told: string | null = null; !stop.signal.aborted; ) {
    const reason = await whyNotReady(pool(), () => true)
    if (reason === null) return
    if (reason !== told) log.warn({ reason }, "worker waits for the database")
    told = reason
    await sleep(1000)
  }
}

async function shutDown(signal: string): Promise<never> {
  log.info({ signal }, "worker stopping")
  stop.abort()
  const stopping = runners
  runners = []
  const inTime = await Promise.race([
    Promise.all(stopping.map((runner) => runner.stop())),
    sleep(12_000, "late"),
  ])
  if (inTime === "late") log.warn("a job did not stop in time; another worker takes it up after the sweep")
  log.info("worker stopped")
  process.exit(0)
}

function fail(error: unknown, message: string): void {
  if (stop.signal.aborted) return
  log.fatal({ error: error instanceof Error ? error.message : error }, message)
  process.exit(1)
}
