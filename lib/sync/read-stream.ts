import type { Pool } from "pg"
import { ProviderError } from "@/lib/domain/provider-error"
import type { StreamId } from "@/lib/domain/provider-id"
import type { Session } from "@/lib/domain/session"
import { addPage, type Batch, isFull, openBatch } from "./batch"
import { freshCheckpoint, type StreamCheckpoint, stagedRows } from "./checkpoint"
import { forgetStream } from "./forget-stream"
import { inRun } from "./in-run"
import { readAhead } from "./read-ahead"
import type { Run } from "./run"
import { copyStage, countStaged, insertRawPages } from "./stage/store"
import { insertRejects } from "./store"

export type ReadStream = {
  pool: Pool
  run: Run
  session: Session
  stream: StreamId
  /** Where an earlier attempt stopped; null at the first. */
  from: StreamCheckpoint | null
  /** Throws when the run must stop: cancelled, interrupted, overtaken. */
  checkStop: () => void
}

/**
 * Reads a stream to its end into the stage: pages are fetched while the last ones are being written. Every batch is one
 * transaction of stage rows, raw pages, rejects, checkpoint and progress, so a crash loses at most the pages in hand.
 * Throws what the session throws; what was staged until then stays.
 */
export async function readStream(args: ReadStream): Promise<StreamCheckpoint> {
  const start = await startingPoint(args)
  return start.complete ? start : readFrom(args, start)
}

async function readFrom(args: ReadStream, start: StreamCheckpoint): Promise<StreamCheckpoint> {
  const { pool, run, session, stream, checkStop } = args
  let batch = openBatch(start, performance.now())
  let writing: Promise<void> = Promise.resolve()
  try {
    for await (const page of readAhead(session.read(stream, start.cursor))) {
      checkStop()
      addPage(batch, page, { run, stream })
      if (!isFull(batch, performance.now())) continue
      await writing
      writing = write(args, batch)
      writing.catch(() => {}) // thrown where it is awaited
      batch = openBatch(batch.checkpoint, performance.now())
    }
  } catch (error) {
    await writing
    if (batch.checkpoint === start && start.cursor !== null && mayMeanCursor(error)) {
      await forgetStream({ pool, run, stream })
      return readFrom(args, freshCheckpoint(start.scope))
    }
    await write(args, batch)
    throw error
  }
  await writing
  batch.checkpoint = { ...batch.checkpoint, complete: true, cursor: null }
  await write(args, batch)
  return batch.checkpoint
}

/** The first request of a resumed read was refused: the provider may no longer take the cursor of an earlier attempt. */
const mayMeanCursor = (error: unknown): boolean =>
  error instanceof ProviderError && ["misconfigured", "not_found", "bad_response"].includes(error.code)

/**
 * The checkpoint, if there is a place in it to go on from, and the stage still holds what it promises: a crash of the database
 * empties the stage.
 */
async function startingPoint({ pool, run, session, stream, from }: ReadStream): Promise<StreamCheckpoint> {
  const scope = await session.scope(stream)
  if (from === null) return freshCheckpoint(scope)
  const hasPlace = from.complete || from.cursor !== null
  const isKept = from.scope === scope && hasPlace
  if (isKept && (await countStaged(pool, run, stream)) === stagedRows(from)) return from
  await forgetStream({ pool, run, stream })
  return freshCheckpoint(scope)
}

/** Not waited for on disk: what a crash of the database takes of it, it takes from the stage too, and it is read again. */
function write({ pool, run, stream }: ReadStream, batch: Batch): Promise<void> {
  return inRun({ pool, run, durable: false }, async (client) => {
    if (batch.lines.length > 0) await copyStage(client, batch.lines)
    await insertRawPages(client, run, stream, await Promise.all(batch.raw))
    await insertRejects(client, run, stream, batch.rejects)
    const { pages, records, rejected, expectedTotal } = batch.checkpoint
    return {
      checkpoint: { ...checkpointOf(run), [stream]: batch.checkpoint },
      progress: { phase: "read", stream, pages, records: records + rejected, expected: expectedTotal },
    }
  })
}

const checkpointOf = (run: Run): object => (typeof run.checkpoint === "object" ? (run.checkpoint ?? {}) : {})
