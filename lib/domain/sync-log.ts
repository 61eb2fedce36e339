import { z } from "zod"
import { providerErrorCode } from "./provider-error"
import { planLinks } from "./sync-plan"

export const syncStatus = z.enum(["PENDING", "RUNNING", "SUCCESS", "PARTIAL", "FAILED", "CANCELLED"])
export type SyncStatus = z.infer<typeof syncStatus>

export const syncTrigger = z.enum(["scheduled", "manual", "api", "workflow_event"])
export type SyncTrigger = z.infer<typeof syncTrigger>

export const syncMode = z.enum(["sync", "preview", "replay"])
export type SyncMode = z.infer<typeof syncMode>

export const syncPhase = z.enum(["read", "plan", "apply", "finish"])

/** Records, not rows. `held` removals wait for an admin; `conflicts` share a serial with another record. */
export const syncCounts = z.object({
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  removed: z.number().int(),
  restored: z.number().int(),
  rejected: z.number().int(),
  held: z.number().int(),
  conflicts: z.number().int(),
})
export type SyncCounts = z.infer<typeof syncCounts>

export const noCounts: SyncCounts = {
  created: 0,
  updated: 0,
  unchanged: 0,
  removed: 0,
  restored: 0,
  rejected: 0,
  held: 0,
  conflicts: 0,
}

/** How far a run is. `expected` is the provider's own total, null when it gives none. */
export const syncProgress = z.object({
  phase: syncPhase,
  stream: z.string().nullable(),
  pages: z.number().int(),
  records: z.number().int(),
  expected: z.number().int().nullable(),
})
export type SyncProgress = z.infer<typeof syncProgress>

/**
 * What proves, for one stream, that a read saw everything, and so whether it may remove anything (N-RECEIPT). An applied plan
 * reads nothing: its receipt is never complete, and only counts.
 */
export const streamReceipt = z.object({
  complete: z.boolean(),
  scope: z.string(),
  pages: z.number().int(),
  /** Records the provider sent, rejects and skipped ones included. */
  received: z.number().int(),
  records: z.number().int(),
  duplicates: z.number().int(),
  rejected: z.number().int(),
  skipped: z.number().int(),
  stripped: z.number().int(),
  retries: z.number().int(),
  expectedTotal: z.number().int().nullable(),
  /** `allowed`, or one sentence that says why nothing could be removed. */
  removals: z.string(),
  /** The latest activity that any record spoke of. */
  freshestAt: z.iso.datetime().nullable().default(null),
  /** Records of this stream that the run created and updated. */
  created: z.number().int().default(0),
  updated: z.number().int().default(0),
  /** Records that stood as they were known; null of runs that did not keep it. */
  unchanged: z.number().int().nullable().default(null),
  /** What looks unlike the stream's own past, though nothing failed (N-SILENT). */
  warnings: z.array(z.string()).default([]),
})
export type StreamReceipt = z.infer<typeof streamReceipt>

export const syncError = z.object({
  code: z.union([providerErrorCode, z.enum(["internal", "kept_dying", "interrupted", "plan_moved"])]),
  message: z.string(),
  providerSaid: z.string().nullable(),
})
export type SyncError = z.infer<typeof syncError>

/**
 * Why a run that was queued has not begun: its provider failed and is tried again, or another run reads the same account
 * there. It goes on at `until`, or before when its turn comes.
 */
export const waiting = z.object({ for: z.enum(["retry", "place"]), until: z.iso.datetime() })
export type Waiting = z.infer<typeof waiting>

/** A run as `GET /api/sync-logs/:id` gives it. */
export const syncLogView = z.object({
  id: z.uuid(),
  integrationId: z.uuid(),
  integrationName: z.string(),
  provider: z.string(),
  status: syncStatus,
  mode: syncMode,
  trigger: syncTrigger,
  triggeredBy: z.string().nullable(),
  /** Job statuses that it read, where it did not read all that are set (S2-LOG). */
  statusFilter: z.string().nullable().optional(),
  startedAt: z.iso.datetime().nullable(),
  completedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  durationMs: z.number().int().nullable(),
  counts: syncCounts,
  progress: syncProgress.nullable(),
  receipt: z.record(z.string(), streamReceipt),
  error: syncError.nullable(),
  attempt: z.number().int(),
  /** Given while it is PENDING and waits for something. */
  waiting: waiting.optional(),
  /** Given for a run and in histories, not for the last run of an integration. */
  plan: planLinks.optional(),
})
export type SyncLogView = z.infer<typeof syncLogView>

/** A line of a run's log. Rejects are the lines that have a `reason`. */
export const syncLogLine = z.object({
  id: z.uuid(),
  level: z.enum(["info", "warn", "error"]),
  reason: z.string().nullable(),
  message: z.string(),
  externalId: z.string().nullable(),
  path: z.string().nullable(),
  sample: z.unknown(),
  at: z.iso.datetime(),
})
export type SyncLogLine = z.infer<typeof syncLogLine>
