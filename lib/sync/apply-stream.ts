import type { Pool, PoolClient } from "pg"
import type { RemovalPolicy } from "@/lib/domain/integration"
import type { StreamId } from "@/lib/domain/provider-id"
import type { SyncCounts } from "@/lib/domain/sync-log"
import { addCounts } from "./add-counts"
import { assertWanted } from "./assert-wanted"
import { checkpoint, type StreamCheckpoint, stagedRows } from "./checkpoint"
import { findSilence } from "./find-silence"
import { judgeRemovals } from "./guard"
import { inRun } from "./in-run"
import { receiptOf, received } from "./receipt"
import { replayed } from "./replay-session"
import type { Run } from "./run"
import { linesOf } from "./run-lines"
import { dropDuplicates, surveyStage } from "./stage/store"
import {
  insertLines,
  insertRejects,
  lastCompleteScope,
  preparePlanner,
  recentReads,
  recordCompleteRead,
} from "./store"
import { streamScope } from "./stream-scope"
import type { StreamTarget } from "./stream-target"

type ApplyStream = {
  pool: Pool
  run: Run
  stream: StreamId
  read: StreamCheckpoint
  /** Ids that the provider says it does not have. */
  confirmed: string[]
  /** Ids of records that it says were made anew. */
  anew: string[]
  target: StreamTarget
  policy: RemovalPolicy
  /** When the read ended. */
  readAt: Date
  /** What the streams before this one did. */
  counts: SyncCounts
}

/** The database crashed while the stream was read, and came back without the stage, which is not kept for crashes. */
export class StageLost extends Error {
  constructor() {
    super("the database restarted again and again while this was read, and what was read went with it.")
    this.name = "StageLost"
  }
}

/**
 * Plan, guard and apply of one stream in one transaction: all of it happens, or none. A preview keeps the plan instead of
 * applying it, and changes nothing else. Returns the counts with the stream's own added. Throws StageLost when the stage does
 * not hold what was read.
 */
export async function applyStream(args: ApplyStream): Promise<SyncCounts> {
  const { pool, run, stream, target } = args
  let counts = args.counts
  await inRun({ pool, run, inTurn: true }, async (client) => {
    await assertWanted(client, run)
    await preparePlanner(client)
    const { staged, ids } = await surveyStage(client, run, stream)
    if (staged !== stagedRows(args.read)) throw new StageLost()
    const dropped = ids < staged ? await dropDuplicates(client, run, stream) : { all: 0, rejects: 0 }
    const read = await admitStaged(client, args, {
      ...args.read,
      ...(run.mode === "replay" && { incomplete: replayed, isByChoice: true }),
      duplicates: args.read.duplicates + dropped.all,
    })
    const { tally, verdict, done } = await planAndCarryOut(client, args, read)
    if (run.mode === "sync" && verdict.proven) await recordCompleteRead(client, run, stream, read.scope)
    const past = target.isOnRequest === true ? [] : await recentReads(client, run, stream, read.scope)
    const silent = findSilence({ ...read, ...tally, at: args.readAt }, past)
    await insertLines(client, run, linesOf({ read, verdict, done, silent }))
    counts = addCounts(args.counts, { tally, done, rejected: read.rejected - dropped.rejects })
    const { pages, records, rejected, expectedTotal: expected } = read
    return {
      checkpoint: { ...checkpoint.parse(run.checkpoint ?? {}), [stream]: { ...read, applied: true } },
      progress: { phase: "apply", stream, pages, records: records + rejected, expected },
      receipt: { [stream]: receiptOf({ read, verdict, warnings: silent, tally }) },
      counts,
    }
  })
  return counts
}

/** The read without the records that the inventory turned away. */
async function admitStaged(
  client: PoolClient,
  { run, stream, target }: ApplyStream,
  read: StreamCheckpoint,
): Promise<StreamCheckpoint> {
  const admission = await target.admit?.(client, streamScope(run, stream), { kept: run.mode !== "sync" })
  if (admission === undefined) return read
  const { rejected, rejects, lines } = admission
  await insertRejects(client, run, stream, rejects)
  await insertLines(client, run, lines)
  return { ...read, records: read.records - rejected, rejected: read.rejected + rejected }
}

async function planAndCarryOut(
  client: PoolClient,
  { run, stream, target, policy, confirmed, anew }: ApplyStream,
  read: StreamCheckpoint,
) {
  const scope = streamScope(run, stream)
  const lastScope = await lastCompleteScope(client, run, stream)
  // Of another selection, or of another account at the provider, it was asked in vain: nothing there has ours
  if (confirmed.length > 0 && read.scope === lastScope) await target.confirmAbsent(client, scope, confirmed)
  const tally = await target.plan(client, { ...scope, anew })
  // Where nothing is ever removed, no count has to prove that nothing is missing
  const counted = target.keepsAbsent === undefined ? read : { ...read, unidentified: 0, expectedTotal: null }
  const judged = judgeRemovals({ ...counted, received: received(read), lastScope, tally, policy })
  const verdict =
    target.keepsAbsent !== undefined && judged.proven ? { ...judged, sentence: target.keepsAbsent } : judged
  const carryOut = run.mode === "sync" ? target.apply : target.keep
  const done = await carryOut(client, { ...scope, ...tally }, verdict.decision)
  return { tally, verdict, done }
}
