import type { PoolClient } from "pg"
import type { Session } from "@/lib/domain/session"
import { noCounts, type SyncCounts } from "@/lib/domain/sync-log"
import { StageLost } from "./apply-stream"
import type { Attempt } from "./attempt"
import { checkpoint, freshCheckpoint, type StreamCheckpoint, stagedRows } from "./checkpoint"
import { forgetStream } from "./forget-stream"
import { inRun } from "./in-run"
import type { SyncParts } from "./parts"
import { PlanMoved } from "./plan-moved"
import type { Kept, ListWork, Publisher, PublishTally } from "./publisher"
import { readStream } from "./read-stream"
import { receiptOf, received } from "./receipt"
import type { Run } from "./run"
import { countStaged, dropDuplicates } from "./stage/store"
import { insertLines, preparePlanner, recordCompleteRead } from "./store"

const stream = "list"

type PublishList = Attempt & { session: Session }

/**
 * Reads a list to its end, anew at every attempt, and publishes it, or publishes one that was kept. Comparing, delivering and recording are one fenced
 * transaction: a run that was overtaken leaves no record, and its successor finds out what was delivered by looking.
 */
export async function publishList({ parts, run, session, alive }: PublishList): Promise<SyncCounts> {
  const { pool, publisher } = parts
  if (publisher === undefined) throw new Error("There is no publisher for lists.")
  const work: ListWork = {
    accountId: run.accountId,
    integrationId: run.integrationId,
    syncLogId: run.syncLogId,
    mode: run.mode,
    shelf: session.shelf ?? null,
  }
  const kept = keptIn(run)
  if (kept !== null) {
    await alive.checkNow()
    return publishKept({ parts, run, publisher, work, kept })
  }
  // What an earlier attempt read may be older than what somebody else has published since
  if (checkpoint.parse(run.checkpoint ?? {})[stream] !== undefined) await forgetStream({ pool, run, stream })
  const read = await readStream({ pool, run, session, stream, from: null, checkStop: alive.check })
  await alive.checkNow()
  return recordIn(parts, run, async (client) => {
    await preparePlanner(client)
    // An empty stage would look like an empty list
    if ((await countStaged(client, run, stream)) !== stagedRows(read)) throw new StageLost()
    const dropped = await dropDuplicates(client, run, stream)
    const whole = { ...read, duplicates: read.duplicates + dropped.all }
    const { rejected, duplicates } = whole
    const seen = { received: received(whole) + duplicates, rejected, duplicates }
    const tally = await publisher.publish(client, work, seen)
    if (run.mode === "sync") await recordCompleteRead(client, run, stream, read.scope)
    return { read: whole, tally }
  })
}

type PublishKept = { parts: SyncParts; run: Run; publisher: Publisher; work: ListWork; kept: Kept }

function publishKept({ parts, run, publisher, work, kept }: PublishKept): Promise<SyncCounts> {
  return recordIn(parts, run, async (client) => {
    const tally = await publisher.publishKept(client, work, kept)
    if (tally === "moved") throw new PlanMoved([{ externalId: stream, name: "the published list" }])
    const records = tally.added + tally.same
    return { read: { ...freshCheckpoint("kept list"), complete: true, records }, tally }
  })
}

const keptIn = ({ context }: Run): Kept | null => {
  if (context.publishes !== undefined) return { versionId: context.publishes }
  return context.applies === undefined ? null : { planId: context.applies }
}

type Done = { read: StreamCheckpoint; tally: PublishTally }

/** The transaction that keeps what `act` did, with the checkpoint, the receipt and the counts that follow from it. */
async function recordIn(
  { pool }: SyncParts,
  run: Run,
  act: (client: PoolClient) => Promise<Done>,
): Promise<SyncCounts> {
  let counts = noCounts
  await inRun({ pool, run }, async (client) => {
    const { read, tally } = await act(client)
    const { added: created, gone: removed, same: unchanged, held, sentence, warnings } = tally
    const { rejected, pages, records } = read
    counts = { ...noCounts, created, removed, unchanged, held, rejected }
    await insertLines(client, run, [
      ...warnings.map((message) => ({ level: "warn" as const, message })),
      { level: held > 0 ? "warn" : "info", message: sentence },
    ])
    return {
      checkpoint: { ...checkpoint.parse(run.checkpoint ?? {}), [stream]: { ...read, applied: true } },
      progress: { phase: "apply", stream, pages, records: records + rejected, expected: records + rejected },
      receipt: {
        [stream]: receiptOf({
          read,
          verdict: { sentence },
          warnings,
          tally: { created, updated: 0, unchanged },
        }),
      },
      counts,
    }
  })
  return counts
}
