import type { PoolClient } from "pg"

/** The transaction that devices are written in, and for whom: an integration, by a run or by a person. */
export type Writing = {
  client: PoolClient
  accountId: string
  integrationId: string
  syncLogId: string | null
  actorId?: string | null
}

/** A run's merge: the rows of one stream that it staged. */
export type Merge = Writing & { syncLogId: string; stream: string }
