import { z } from "zod"
import { enqueue, type Queryable } from "@/lib/jobs/enqueue"

type Upkeep = "dispatch" | "sweep"

/** What Graphile Worker adds to the payload of a job that its crontab queued. */
const fromCrontab = z.object({ _cron: z.object({ ts: z.iso.datetime({ offset: true }) }) })

/** The crontab knows whole minutes: a job that it queued queues its task again for the half of that minute. */
export async function comeAgainInHalfAMinute(db: Queryable, task: Upkeep, payload: unknown): Promise<void> {
  const { success, data } = fromCrontab.safeParse(payload)
  if (success) await queueForHalf(db, task, new Date(data._cron.ts))
}

/** A worker that starts looks at once, and again at the half of this minute, whose beginning it may have missed. */
export async function lookAtOnce(db: Queryable, task: Upkeep, now: Date): Promise<void> {
  await enqueue(db, task, {}, { jobKey: `${task}-start` })
  await queueForHalf(db, task, now)
}

async function queueForHalf(db: Queryable, task: Upkeep, minute: Date): Promise<void> {
  const runAt = new Date(Math.floor(minute.getTime() / 60_000) * 60_000 + 30_000)
  await enqueue(db, task, {}, { jobKey: `${task}-half`, runAt })
}
