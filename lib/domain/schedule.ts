import { z } from "zod"
import { type StreamInterval, streamIntervals, syncIntervals } from "./intervals"

export const syncInterval = z.literal(syncIntervals, {
  error: `syncInterval must be one of ${syncIntervals.join(", ")} seconds, or null for manual only. For other times give a cron expression.`,
})

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
