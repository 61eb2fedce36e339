import { z } from "zod"

/** How far the read of one stream is: enough to go on after a crash, and to write its receipt. */
export const streamCheckpoint = z.object({
  cursor: z.string().nullable(),
  /** The read has ended normally. */
  complete: z.boolean(),
  /** Why the read does not count as whole although it ended; null when it does. */
  incomplete: z.string().nullable(),
  /** That is by choice, and no fault. */
  isByChoice: z.boolean().default(false),
  /** The stream's plan has been applied. */
  applied: z.boolean(),
  scope: z.string(),
  pages: z.number().int(),
  records: z.number().int(),
  rejected: z.number().int(),
  /** Of the rejected, those without an id. */
  unidentified: z.number().int(),
  skipped: z.number().int(),
  stripped: z.number().int(),
  retries: z.number().int(),
  duplicates: z.number().int(),
  expectedTotal: z.number().int().nullable(),
  /** The latest activity that any record speaks of; ISO 8601, UTC. */
  freshestAt: z.string().nullable(),
})
export type StreamCheckpoint = z.infer<typeof streamCheckpoint>

export const checkpoint = z.record(z.string(), streamCheckpoint)

/** Rows that are on the stage when a read has come so far: all that have an id. */
export const stagedRows = ({ records, rejected, unidentified }: StreamCheckpoint): number =>
  records + rejected - unidentified

export const freshCheckpoint = (scope: string): StreamCheckpoint => ({
  cursor: null,
  complete: false,
  incomplete: null,
  isByChoice: false,
  applied: false,
  scope,
  pages: 0,
  records: 0,
  rejected: 0,
  unidentified: 0,
  skipped: 0,
  stripped: 0,
  retries: 0,
  duplicates: 0,
  expectedTotal: null,
  freshestAt: null,
})
