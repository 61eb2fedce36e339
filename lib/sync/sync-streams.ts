import { removalPolicy } from "@/lib/domain/integration"
import type { RecordStreamId } from "@/lib/domain/provider-id"
import type { Session } from "@/lib/domain/session"
import type { SyncCounts } from "@/lib/domain/sync-log"
import { applyStream, StageLost } from "./apply-stream"
import { askAbsent, whyListLacks } from "./ask-absent"
import { askAnew } from "./ask-anew"
import type { Attempt } from "./attempt"
import { checkpoint } from "./checkpoint"
import { dueStreams, isOfRecords } from "./due-streams"
import { forgetStream } from "./forget-stream"
import type { SyncParts } from "./parts"
import { readStream } from "./read-stream"
import type { Run } from "./run"
import { readContext } from "./store"

type SyncStreams = Attempt & { session: Session; counts: SyncCounts }

/** Reads and applies, one after the other, the streams of records that are due. Returns `counts` with theirs added. */
export async function syncStreams({ counts, ...rest }: SyncStreams): Promise<SyncCounts> {
  const { parts, run } = rest
  let total = counts
  for (let stream = nextOf(parts, run); stream !== undefined; stream = nextOf(parts, run)) {
    total = await syncStream({ ...rest, stream, counts: total })
    // A person may have asked for everything while some streams were being read
    run.context = await readContext(parts.pool, run)
  }
  return total
}

const nextOf = (parts: SyncParts, run: Run): RecordStreamId | undefined =>
  dueStreams(parts, run).find(isOfRecords)

const mostLosses = 3

type SyncStream = SyncStreams & { stream: RecordStreamId }

/** A stream whose stage was lost on the way is read again from the start. */
async function syncStream(args: SyncStream): Promise<SyncCounts> {
  for (let losses = 0; ; losses++) {
    try {
      return await readAndApply(args)
    } catch (error) {
      if (!(error instanceof StageLost) || losses >= mostLosses) throw error
      await forgetStream({ pool: args.parts.pool, run: args.run, stream: args.stream })
    }
  }
}

async function readAndApply({ parts, run, alive, session, stream, counts }: SyncStream): Promise<SyncCounts> {
  const { pool, targets } = parts
  const target = targets[stream]
  const from = checkpoint.parse(run.checkpoint ?? {})[stream] ?? null
  const listed = await readStream({ pool, run, session, stream, from, checkStop: alive.check })
  const { gone: confirmed, there } = await askAbsent({ pool, run, session, stream, read: listed, target })
  const read = { ...listed, incomplete: listed.incomplete ?? whyListLacks(there) }
  const anew = await askAnew({ pool, run, session, stream, target })
  await alive.checkNow()
  const policy = removalPolicy.parse(run.removalPolicy ?? {})
  const readAt = new Date()
  return applyStream({ pool, run, stream, read, confirmed, anew, target, policy, counts, readAt })
}
