import { z } from "zod"
import { enqueue, type Queryable } from "@/lib/jobs/enqueue"

/** What Graphile Worker adds to the payload of a job that its crontab queued. */
const fromCrontab = z.object({ _cron: z.object({ ts: z.iso.datetime({ offset: true }) }) })

/** Queues the task again half a minute after the minute it was queued for, when the crontab queued it. */
export async function comeAgainInHalfAMinute(
  db: Queryable,
  task: "dispatch" | "sweep",
  payload: unknown,
): Promise<void> {
  const { success, data } = fromCrontab.safeParse(payload)
  if (!success) return
  const runAt = new Date(Date.parse(data._cron.ts) + 30_000)
  await enqueue(db, task, {}, { jobKey: `${task}-half`, runAt })
}
