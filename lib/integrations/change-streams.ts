import type { SyncSettings } from "@/lib/domain/integration"
import { RequestError } from "@/lib/domain/problem"
import type { CatalogEntry } from "@/lib/domain/provider"
import { dropForeignSchedules, planNext } from "@/lib/integrations/schedules/store"
import type { Queryable } from "@/lib/jobs/enqueue"
import { planStreams, setStreamInterval } from "@/lib/schedule/store"

type Change = {
  db: Queryable
  integrationId: string
  entry: CatalogEntry
  streams: SyncSettings["streams"]
  now: Date
}

/**
 * Sets the intervals of an integration's streams (S3-FREQ) and plans them with its next run; to be called after whatever
 * else changes its schedule. Throws 422 for a stream that its provider does not have.
 */
export async function changeStreams({ db, integrationId, entry, streams, now }: Change): Promise<void> {
  for (const [stream, given] of Object.entries(streams ?? {})) {
    if (!entry.streams.some((one) => one === stream)) {
      const message = `${entry.name} has no stream "${stream}"; it has ${entry.streams.join(", ")}.`
      throw new RequestError(422, message, { [`streams.${stream}`]: [message] })
    }
    await db.query(setStreamInterval, [integrationId, stream, given.syncInterval])
  }
  await db.query(planStreams, [integrationId, now])
  await db.query(dropForeignSchedules, [integrationId])
  await db.query(planNext, [integrationId])
}
