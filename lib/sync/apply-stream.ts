import type { Pool } from "pg"
import type { RemovalPolicy } from "@/lib/domain/integration"
import type { StreamId } from "@/lib/domain/provider-id"
import type { StreamReceipt, SyncCounts } from "@/lib/domain/sync-log"
import { checkpoint, type StreamCheckpoint } from "./checkpoint"
import { judgeRemovals, type Verdict } from "./guard"
import { inRun } from "./in-run"
import type { Run } from "./run"
import {
  dropDuplicates,
  insertLines,
  lastCompleteScope,
  lockAccount,
  preparePlanner,
  recordCompleteRead,
} from "./store"
import type { ApplyTally, PlanTally, StreamTarget } from "./stream-target"

type ApplyStream = {
  pool: Pool
  run: Run
  stream: StreamId
  read: StreamCheckpoint
  target: StreamTarget
  policy: RemovalPolicy
  /** What the streams before this one did. */
  counts: SyncCounts
}

/** Plan, guard and apply of one stream in one transaction: all of it happens, or none. Returns the counts with its own added. */
export async function applyStream(args: ApplyStream): Promise<SyncCounts> {
  const { pool, run, stream, target, policy } = args
  let counts = args.counts
  await inRun({ pool, run }, async (client) => {
    await lockAccount(client, run.accountId)
    await preparePlanner(client)
    const duplicates = await dropDuplicates(client, run, stream)
    const read = { ...args.read, duplicates: args.read.duplicates + duplicates }
    const { accountId, integrationId, syncLogId } = run
    const scope = { accountId, integrationId, syncLogId, stream }
    const tally = await target.plan(client, scope)
    const lastScope = await lastCompleteScope(client, run, stream)
    const verdict = judgeRemovals({ ...evidenceOf(read), lastScope, tally, policy })
    const applied = await target.apply(client, { ...scope, ...tally }, verdict.decision)
    if (read.complete && read.incomplete === null) await recordCompleteRead(client, run, stream, read.scope)
    await insertLines(client, run, linesOf({ read, verdict, applied }))
    counts = addCounts(args.counts, { tally, applied, rejected: read.rejected })
    return {
      checkpoint: { ...checkpoint.parse(run.checkpoint ?? {}), [stream]: { ...read, applied: true } },
      progress: {
        phase: "apply",
        stream,
        pages: read.pages,
        records: read.records + read.rejected,
        expected: read.expectedTotal,
      },
      receipt: { [stream]: receiptOf(read, verdict) },
      counts,
    }
  })
  return counts
}

const evidenceOf = (read: StreamCheckpoint) => ({
  complete: read.complete,
  incomplete: read.incomplete,
  scope: read.scope,
  unidentified: read.unidentified,
  expectedTotal: read.expectedTotal,
  received: received(read),
})

/** Different records that the provider sent. */
const received = (read: StreamCheckpoint): number =>
  read.records + read.rejected + read.skipped - read.duplicates

function receiptOf(read: StreamCheckpoint, verdict: Verdict): StreamReceipt {
  const { scope, pages, records, duplicates, rejected, skipped, stripped, retries, expectedTotal } = read
  return {
    complete: read.complete && read.incomplete === null,
    scope,
    pages,
    received: received(read) + duplicates,
    records,
    duplicates,
    rejected,
    skipped,
    stripped,
    retries,
    expectedTotal,
    removals: verdict.sentence,
  }
}

function addCounts(
  before: SyncCounts,
  { tally, applied, rejected }: { tally: PlanTally; applied: ApplyTally; rejected: number },
): SyncCounts {
  return {
    created: before.created + tally.created,
    updated: before.updated + tally.updated,
    unchanged: before.unchanged + tally.unchanged,
    removed: before.removed + applied.removed,
    restored: before.restored + tally.restored,
    rejected: before.rejected + rejected,
    held: before.held + applied.held,
    conflicts: before.conflicts + tally.conflicts,
  }
}

type Told = { read: StreamCheckpoint; verdict: Verdict; applied: ApplyTally }

function linesOf({ read, verdict, applied }: Told) {
  const lines = applied.warnings.map((warning) => ({ level: "warn" as const, ...warning }))
  const removals = {
    level: verdict.decision.kind === "hold" ? ("warn" as const) : ("info" as const),
    message: `Removals: ${verdict.sentence}`,
  }
  const stripped = {
    level: "warn" as const,
    message: `${read.stripped} characters that no database text can hold (NUL) were taken out.`,
  }
  return [...lines, removals, ...(read.stripped > 0 ? [stripped] : [])]
}
