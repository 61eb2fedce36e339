import { z } from "zod"
import { RequestError } from "@/lib/domain/problem"
import type { StreamId } from "@/lib/domain/provider-id"
import { type SyncMode, type SyncTrigger, syncMode } from "@/lib/domain/sync-log"
import { enqueue, type Queryable } from "@/lib/jobs/enqueue"
import { peopleFirst } from "./priority-of"
import { hastenRun, insertRun, lockIntegration, selectLiveRun, widenRun } from "./store"

/** What a run is about beyond reading its integration (N-PLAN, N-REPLAY, N-HISTORY): the id of an earlier run, or of a list to publish. */
export type About = { applies: string } | { replays: string } | { reverts: string } | { publishes: string }

export type NewRun = {
  accountId: string
  integrationId: string
  trigger: SyncTrigger
  mode: SyncMode
  triggeredById: string | null
  about?: About
  /** What a scheduled run is to read; everything when left out. */
  streams?: StreamId[]
  /** The part of a stream to read (WorkStudio: job statuses); all that the settings name when left out. */
  filter?: string[]
  /** The lower, the sooner among scheduled runs, from 1. Runs that people start go before them all. */
  priority?: number
}

/** `isNew`: the run was made for this caller. `isSame`: it does what was asked for, whoever it was made for. */
export type Queued = { id: string; isNew: boolean; isSame: boolean }

const made = z.object({ rows: z.array(z.object({ id: z.uuid() })) })
const widened = z.object({ rows: z.array(z.object({ isPart: z.boolean() })) })
const live = z.object({ rows: z.array(z.object({ id: z.uuid(), mode: syncMode, isAbout: z.boolean() })) })

/**
 * Writes a PENDING run and its job on the caller's connection, inside a transaction of theirs, and gives its id; or the id of
 * the run that is live already (S3-OVERLAP: the database decides, whoever asks at the same time). A scheduled run that waits for
 * its turn, or to be tried again, begins at once when a person asks for the same. Throws 404 when the integration was removed.
 */
export async function queueRun(db: Queryable, run: NewRun): Promise<Queued> {
  const { accountId, integrationId, trigger, mode, triggeredById, about, streams, filter } = run
  const priority = trigger === "scheduled" ? (run.priority ?? 1) : peopleFirst
  const context = { ...about, ...(streams && { streams }), ...(filter && { filter }) }
  for (let attempt = 0; attempt < 5; attempt++) {
    const values = [accountId, integrationId, trigger, mode, triggeredById, context]
    const [inserted] = made.parse(await db.query(insertRun, values)).rows
    if (inserted !== undefined) {
      const { id } = inserted
      if (made.parse(await db.query(lockIntegration, [integrationId])).rows.length === 0)
        throw new RequestError(404, "The integration was removed. Nothing can be started from it.")
      await enqueue(db, "sync", { syncLogId: id }, { jobKey: `sync:${id}`, priority })
      return { id, isNew: true, isSame: true }
    }
    const [there] = live.parse(await db.query(selectLiveRun, [integrationId])).rows
    if (there !== undefined) {
      const { id } = there
      let isSame = there.mode === mode && !there.isAbout && about === undefined
      if (isSame && streams === undefined && filter === undefined) {
        const [all] = widened.parse(await db.query(widenRun, [id])).rows
        if (all === undefined) continue
        isSame = !all.isPart
      }
      if (isSame && trigger !== "scheduled" && made.parse(await db.query(hastenRun, [id])).rows.length > 0)
        await enqueue(db, "sync", { syncLogId: id }, { jobKey: `sync:${id}`, priority })
      return { id, isNew: false, isSame }
    }
    // It ended between two statements: now there is room for a new one.
  }
  throw new Error(`Could not queue a run of integration ${integrationId}: others kept coming and going.`)
}
