import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { PoolClient } from "pg"
import { from as copyFrom } from "pg-copy-streams"
import type { Run } from "@/lib/sync/run"
import { stageColumns } from "@/lib/sync/stage-row"
import type { Db } from "@/lib/sync/store"

export async function copyStage(client: PoolClient, lines: string[]): Promise<void> {
  const copy = client.query(copyFrom(`copy sync_records (${stageColumns}) from stdin`))
  await pipeline(Readable.from(inParts(lines)), copy)
}

/** Lines sent at a time: small buffers are gone before they are old, so memory stays low. */
const partLines = 50

function* inParts(lines: string[]): Generator<string> {
  for (let at = 0; at < lines.length; at += partLines) yield lines.slice(at, at + partLines).join("")
}

export type RawPage = { page: number; packed: Buffer; bytes: number; redactedPaths: string[] }

export async function insertRawPages(db: Db, run: Run, stream: string, pages: RawPage[]): Promise<void> {
  if (pages.length === 0) return
  const values: unknown[] = [run.accountId, run.integrationId, run.syncLogId, stream]
  const rows = pages.map(({ page, packed, bytes, redactedPaths }) => {
    const at = values.push(page, packed, bytes, redactedPaths)
    return `($1, $2, $3, $4, $${at - 3}, $${at - 2}, $${at - 1}, $${at})`
  })
  await db.query(
    `insert into sync_pages (account_id, integration_id, sync_log_id, sync_type, page, raw_response, bytes, redacted_paths)
     values ${rows.join(", ")}`,
    values,
  )
}

/** The next stored page of a run's stream after the one numbered `after`; null at the end. */
export async function readRawPage(
  db: Db,
  { syncLogId, stream, after }: { syncLogId: string; stream: string; after: number },
): Promise<{ page: number; packed: Buffer } | null> {
  const { rows } = await db.query<{ page: number; packed: Buffer }>(
    `select page, raw_response as packed from sync_pages
      where sync_log_id = $1 and sync_type = $2 and page > $3 order by page limit 1`,
    [syncLogId, stream, after],
  )
  return rows[0] ?? null
}

/** How many records of the stream are staged; fewer than the checkpoint says after a crash of the database itself. */
export async function countStaged(db: Db, run: Run, stream: string): Promise<number> {
  const { rows } = await db.query<{ staged: string }>(
    "select count(*) as staged from sync_records where sync_log_id = $1 and stream = $2",
    [run.syncLogId, stream],
  )
  return Number(rows[0]?.staged ?? 0)
}

/** Forgets what was read of a stream, to read it from the start. */
export async function clearStream(db: Db, run: Run, stream: string): Promise<void> {
  await db.query("delete from sync_records where sync_log_id = $1 and stream = $2", [run.syncLogId, stream])
  await db.query("delete from sync_pages where sync_log_id = $1 and sync_type = $2", [run.syncLogId, stream])
  await db.query("delete from sync_log_lines where sync_log_id = $1 and stream = $2 and reason is not null", [
    run.syncLogId,
    stream,
  ])
}

/** How many rows of the stream are staged, and how many ids they have. */
export async function surveyStage(
  db: Db,
  run: Run,
  stream: string,
): Promise<{ staged: number; ids: number }> {
  const { rows } = await db.query<{ staged: number; ids: number }>(
    `select coalesce(sum(times), 0)::int as staged, count(*)::int as ids
       from (select count(*) as times from sync_records where sync_log_id = $1 and stream = $2 group by external_id) i`,
    [run.syncLogId, stream],
  )
  return rows[0] ?? { staged: 0, ids: 0 }
}

/** Keeps the last of several staged rows with one id; returns how many went, and how many of them stood for rejects. */
export async function dropDuplicates(
  db: Db,
  run: Run,
  stream: string,
): Promise<{ all: number; rejects: number }> {
  const { rows } = await db.query<{ all: number; rejects: number }>(
    `with dropped as (
     delete from sync_records r
      using (select external_id, max(seq) as last from sync_records where sync_log_id = $1 and stream = $2
              group by external_id having count(*) > 1) d
      where r.sync_log_id = $1 and r.stream = $2 and r.external_id = d.external_id and r.seq < d.last
     returning r.content_hash)
     select count(*)::int as all, (count(*) filter (where content_hash = ''))::int as rejects from dropped`,
    [run.syncLogId, stream],
  )
  return rows[0] ?? { all: 0, rejects: 0 }
}

export async function emptyStage(db: Db, run: Run): Promise<void> {
  await db.query("delete from sync_records where sync_log_id = $1", [run.syncLogId])
}
