import { redact } from "@/lib/domain/redact"
import type { Page, Reject } from "@/lib/domain/session"
import type { StreamCheckpoint } from "./checkpoint"
import { pack } from "./compress"
import type { Run } from "./run"
import type { RawPage } from "./stage/store"
import { stageRow, witnessRow } from "./stage-row"

/** A few pages on their way into the stage, as COPY text. Bounded by `batchRecords`, whatever the size of the fleet. */
export type Batch = {
  lines: string[]
  rejects: Reject[]
  raw: Promise<RawPage>[]
  checkpoint: StreamCheckpoint
  openedAt: number
}

/** Rejects kept with a run; beyond, they are only counted. */
const keptRejects = 2000
const batchRecords = 2000
const batchMs = 1000

export const openBatch = (checkpoint: StreamCheckpoint, openedAt: number): Batch => ({
  lines: [],
  rejects: [],
  raw: [],
  checkpoint,
  openedAt,
})

/** Whether the batch should go now: it is big, or somebody watching the progress has waited long enough. */
export const isFull = (batch: Batch, now: number): boolean =>
  batch.lines.length >= batchRecords || now - batch.openedAt >= batchMs

/** Adds a page: its records as stage rows, its raw reply redacted and compressed on another thread. */
export function addPage(batch: Batch, page: Page, { run, stream }: { run: Run; stream: string }): void {
  const before = batch.checkpoint
  const at = (offset: number) => ({
    syncLogId: run.syncLogId,
    stream,
    seq: before.records + before.rejected + offset,
  })
  let stripped = page.stripped
  let freshestAt = before.freshestAt
  for (const [index, record] of page.records.entries()) {
    const row = stageRow(at(index), record)
    batch.lines.push(row.line)
    stripped += row.stripped
    const lastActivityAt = record.state?.lastActivityAt ?? null
    if (lastActivityAt !== null && (freshestAt === null || lastActivityAt > freshestAt))
      freshestAt = lastActivityAt
  }
  for (const [index, { externalId }] of page.rejects.entries()) {
    if (externalId !== null) batch.lines.push(witnessRow(at(page.records.length + index), externalId))
  }
  batch.rejects.push(...page.rejects.slice(0, Math.max(0, keptRejects - before.rejected)))
  if (page.raw !== "") batch.raw.push(packPage(page, before.pages + 1))
  batch.checkpoint = {
    ...before,
    cursor: page.cursor,
    ...doubtOf(before, page),
    pages: before.pages + 1,
    records: before.records + page.records.length,
    rejected: before.rejected + page.rejects.length,
    unidentified: before.unidentified + page.rejects.filter(({ externalId }) => externalId === null).length,
    skipped: before.skipped + page.skipped,
    stripped: before.stripped + stripped,
    retries: before.retries + page.retries,
    freshestAt,
    expectedTotal: largest(before.expectedTotal, page.expectedTotal),
  }
}

type Doubt = Pick<StreamCheckpoint, "incomplete" | "isByChoice">

/** Why the read is not whole: the first fault, and before any what is so by choice. */
function doubtOf(before: Doubt, { incomplete, isByChoice = false }: Page): Doubt {
  const isWorse = before.incomplete === null || (before.isByChoice && !isByChoice)
  if (incomplete !== undefined && isWorse) return { incomplete, isByChoice }
  return { incomplete: before.incomplete, isByChoice: before.isByChoice }
}

async function packPage({ raw, json }: Page, page: number): Promise<RawPage> {
  const { text, paths } = redact(raw, json)
  return { page, packed: await pack(text), bytes: Buffer.byteLength(raw), redactedPaths: paths }
}

/** A total that sinks while we page means that records moved between pages, so the larger one must be met. */
const largest = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b)
