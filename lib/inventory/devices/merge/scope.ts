import type { PoolClient } from "pg"

/** The transaction that a merge runs in, and the rows it is about. */
export type Merge = {
  client: PoolClient
  accountId: string
  integrationId: string
  syncLogId: string
  stream: string
}
