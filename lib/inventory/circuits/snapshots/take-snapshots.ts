import { z } from "zod"
import type { Queryable } from "@/lib/jobs/enqueue"
import { insertDaily } from "./store"

type Day = {
  integrationId: string
  now: Date
  /** The schedule's zone; the integration's when left out. */
  timeZone?: string
}

const written = z.object({ rowCount: z.number().nullable() })

/**
 * Keeps how every circuit that is not closed stands on the business day of `now` in the schedule's zone. What is there for the
 * day stays, so that it can be asked for any number of times. Returns how many were new.
 */
export async function takeSnapshots(db: Queryable, { integrationId, now, timeZone }: Day): Promise<number> {
  return written.parse(await db.query(insertDaily, [integrationId, now, timeZone ?? null])).rowCount ?? 0
}
