import { z } from "zod"
import { type ProviderId, streamId } from "@/lib/domain/provider-id"
import { type SyncCounts, type SyncMode, type SyncTrigger, waiting } from "@/lib/domain/sync-log"

/** A claimed run: this worker's attempt at one SyncLog. Every write carries `attempt` and is refused once it is not the last. */
export type Run = {
  syncLogId: string
  accountId: string
  integrationId: string
  integrationName: string
  provider: ProviderId
  mode: SyncMode
  trigger: SyncTrigger
  attempt: number
  removalPolicy: unknown
  checkpoint: unknown
  /** Of the streams that earlier attempts applied. */
  counts: Partial<SyncCounts>
  context: RunContext
}

/** What a run is about beyond reading its integration, at most one of the first three, and how it fared so far. */
export const runContext = z.looseObject({
  /** The preview whose plan this run carries out. */
  applies: z.uuid().optional(),
  /** The run whose stored pages this preview reads instead of the provider. */
  replays: z.uuid().optional(),
  /** The run that this preview would undo. */
  reverts: z.uuid().optional(),
  /** The version of a list that this run publishes, instead of reading a new one: a hold that was approved, an earlier one. */
  publishes: z.uuid().optional(),
  /** The streams that were due; all of them when left out. */
  streams: z.array(streamId).optional(),
  /** The part of a stream to read, in the provider's words; all that the settings name when left out. */
  filter: z.array(z.string()).optional(),
  /** A person asked for it while it waited, and so it fails at once. */
  hastened: z.boolean().optional(),
  /** Attempts made again after the provider failed. */
  retries: z.number().int().optional(),
  /** Why a PENDING run does not start yet. */
  waiting: waiting.optional(),
})
export type RunContext = z.infer<typeof runContext>

/** This attempt was overtaken by another; whatever it still wanted to write is void. */
export class FencedOff extends Error {
  constructor(run: Pick<Run, "syncLogId" | "attempt">) {
    super(`Attempt ${run.attempt} of run ${run.syncLogId} was overtaken by another.`)
    this.name = "FencedOff"
  }
}

/** An admin asked for the run to end. */
export class Cancelled extends Error {
  constructor() {
    super("The run was cancelled.")
    this.name = "Cancelled"
  }
}

/** It is switched off where Rollcall runs; says what and how to switch it on. */
export class Skipped extends Error {
  constructor(message: string) {
    super(message)
    this.name = "Skipped"
  }
}

/** The worker is going down: the run stands at its checkpoint and another worker takes it up. */
export class Interrupted extends Error {
  constructor() {
    super("The worker is stopping.")
    this.name = "Interrupted"
  }
}
