import type { PoolClient } from "pg"
import type { RowNounId } from "@/lib/domain/noun"

/**
 * A table of records, with the columns that every noun's has: account_id, integration_id, stream, external_id, content_hash,
 * source_version, identity, fields, attributes, missing_since, missing_sync_id, hold_id, retired_at, created_at, updated_at.
 * `subject` is the column that names what a record is about: its own id, or the device's.
 */
export type RowTable = { table: string; subject: "id" | "device_id" }

/** The transaction that a run's merge of one stream works in, and the table that it writes. */
export type RowMerge = {
  client: PoolClient
  accountId: string
  integrationId: string
  syncLogId: string
  stream: string
  rows: RowTable
}

/** A noun whose records are rows of one table, each with an id of its own. */
export type RowNoun = {
  noun: RowNounId
  table: string
  /** The field that people call it by. */
  nameKey: string
  /**
   * Makes planned creations take a row over that no integration speaks for yet: sets their `id` in `plan_rows` to the
   * row's and their `action` to `link`.
   */
  adopt?: (merge: RowMerge) => Promise<void>
  /** What becomes of an integration's rows when it is removed. */
  release: (client: PoolClient, integrationId: string) => Promise<void>
}

export type NounMerge = RowMerge & { of: RowNoun }
