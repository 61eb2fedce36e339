import { z } from "zod"

/** Seconds between runs that the wizard offers (S4-INTERVALS). Anything else is said as a cron expression. */
export const syncIntervals = [300, 900, 1800, 3600, 21600, 86400] as const
export const defaultSyncInterval = 3600

export const syncInterval = z.literal(syncIntervals, {
  error: `syncInterval must be one of ${syncIntervals.join(", ")} seconds, or null for manual only. For other times give a cron expression.`,
})

/** Seconds between runs of a stream that has an interval of its own (S3-FREQ). */
export const streamIntervals = [300, 600, 900, 1800, 3600, 21600, 86400] as const
export type StreamInterval = (typeof streamIntervals)[number]

export const streamInterval = z.literal(streamIntervals, {
  error: `A stream's syncInterval must be one of ${streamIntervals.join(", ")} seconds, or null to follow the integration.`,
})

/**
 * When an integration syncs by itself: an interval, or a cron expression in a zone, or neither (manual only).
 * `cron` has five fields; `timeZone` is an IANA name, "UTC" when not given.
 */
export type Schedule =
  | { kind: "manual" }
  | { kind: "interval"; seconds: StreamInterval }
  | { kind: "cron"; expression: string; timeZone: string }
