import { z } from "zod"
import { listId } from "./list-id"
import { listQuery } from "./listing"
import { subject } from "./noun"
import { streamId } from "./provider-id"

export const holdStatus = z.enum(["open", "approved", "dismissed", "resolved", "expired"])

/** A list that waits: what is published if it is approved, and what comes and goes with it. */
export const heldList = z.object({
  id: z.uuid(),
  list: listId,
  items: z.number().int(),
  added: z.number().int(),
  gone: z.number().int(),
})
export type HeldList = z.infer<typeof heldList>

/** Removals that looked like an accident and wait for an admin (N-HOLD). */
export const removalHoldView = z.object({
  id: z.uuid(),
  integrationId: z.uuid(),
  integrationName: z.string(),
  stream: streamId,
  syncLogId: z.uuid(),
  status: holdStatus,
  /** Why it was held, in one sentence. */
  reason: z.string(),
  /** Records that wait, and records the stream had. */
  records: z.number().int(),
  known: z.number().int(),
  /** Null but for a hold of a list. */
  list: heldList.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type RemovalHoldView = z.infer<typeof removalHoldView>

/** One record that waits in a hold. `deviceId` and `deviceName` are null where it is about something else than a device. */
export const heldRecordView = subject.extend({
  externalId: z.string(),
  subjectId: z.uuid(),
  deviceId: z.uuid().nullable(),
  deviceName: z.string().nullable(),
  serialNumber: z.string().nullable(),
  missingSince: z.iso.datetime().nullable(),
})
export type HeldRecordView = z.infer<typeof heldRecordView>

/** The query of `GET /api/holds`: the open ones unless another status, or `all`, is asked for. */
export const holdQuery = listQuery.extend({ status: holdStatus.or(z.literal("all")).default("open") })
export type HoldQuery = z.infer<typeof holdQuery>

/**
 * `POST /api/holds/:id/approve` and `/dismiss`: which records, all of them when left out. A word that is not known is
 * refused, so that a misspelt list is not taken for all.
 */
export const holdDecision = z.strictObject({
  externalIds: z.array(z.string().min(1).max(512)).min(1).max(10_000).optional(),
})
export type HoldDecision = z.infer<typeof holdDecision>

/** What a decision did: records retired or let be, and how many still wait. */
export const holdOutcome = z.object({
  status: holdStatus,
  decided: z.number().int(),
  waiting: z.number().int(),
})
export type HoldOutcome = z.infer<typeof holdOutcome>
