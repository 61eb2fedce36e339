import type { Task } from "graphile-worker"
import type { Pool } from "pg"
import { tasks } from "@/lib/jobs/tasks"
import type { Log } from "@/lib/log"
import { catalog } from "@/lib/providers/catalog"
import { providersOf } from "@/lib/schedule/providers-of"
import { comeAgainInHalfAMinute } from "./half-minute"
import { recordTick } from "./store"
import { deliverWebhooks } from "./tasks/deliver-webhooks"
import { dispatch } from "./tasks/dispatch"
import { retention } from "./tasks/retention"
import { sendEmails } from "./tasks/send-emails"
import { sweep } from "./tasks/sweep"
import { sync } from "./tasks/sync"

const listProviders = providersOf(catalog, "master-data")

type Upkeep = Work & {
  /** Of master data: while it does not run, nothing of it is queued. */
  listScheduler: { isRunning: () => boolean }
}

type Work = { pool: Pool; log: Log; signal: AbortSignal }

/** What keeps the rest going; never waits behind a run. */
export function upkeepTasks({ pool, log, signal, listScheduler }: Upkeep): Record<string, Task> {
  return {
    dispatch: async (payload) => {
      await comeAgainInHalfAMinute(pool, "dispatch", payload)
      await pool.query(recordTick, ["dispatch"])
      const off = listScheduler.isRunning() ? [] : [...listProviders]
      await dispatch({ pool, catalog, now: new Date(), log, off })
    },
    sweep: async (payload) => {
      await comeAgainInHalfAMinute(pool, "sweep", payload)
      await sweep(pool, log)
    },
    retention: () => retention({ signal, log }),
  }
}

/** What leaves Rollcall: waits for servers of others, and keeps nothing else waiting. */
export function sendingTasks(work: Work): Record<string, Task> {
  return { "send-emails": () => sendEmails(work), "deliver-webhooks": () => deliverWebhooks(work) }
}

/** The runs themselves, WORKER_CONCURRENCY of them at once. */
export function runTasks({ pool, log, signal }: Work): Record<string, Task> {
  return {
    sync: async (payload, { job }) => {
      const { syncLogId } = tasks.sync.parse(payload)
      // Graphile Worker's name for who holds the job: the sweep frees a dead worker's jobs by it
      await sync({ pool, syncLogId, workerId: job.locked_by ?? "unknown", signal, log })
    },
  }
}
