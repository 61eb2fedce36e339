import { z } from "zod"
import { json } from "./json"
import { providerId, streamId } from "./provider-id"
import { streamInterval, syncInterval } from "./schedule"
import { syncLogView } from "./sync-log"

/** When a removal is suspicious and so held (N-HOLD): more than the larger of `records` and `percent` of the stream. */
export const removalPolicy = z.object({
  records: z.number().int().min(0).max(1_000_000).default(10),
  percent: z.number().min(0).max(100).default(20),
})
export type RemovalPolicy = z.infer<typeof removalPolicy>

export const timeZone = z
  .string()
  .refine((zone) => isTimeZone(zone), "timeZone must be an IANA name such as Europe/Berlin or UTC.")

/** What `POST /api/integrations` takes. Settings and credentials are parsed by the provider's own schemas. */
export const integrationInput = z.object({
  provider: providerId,
  name: z.string().trim().min(1, "Give the integration a name.").max(200),
  settings: z.record(z.string(), json).default({}),
  credentials: z.record(z.string(), z.string()).default({}),
  syncInterval: syncInterval.nullable().optional(),
  cron: z.string().trim().min(1).max(200).nullable().optional(),
  /** Left out: that of the provider's usual schedule, or the one it has. */
  timeZone: timeZone.optional(),
  syncEnabled: z.boolean().default(true),
})
export type IntegrationInput = z.infer<typeof integrationInput>

/** `PUT`: the whole integration again; credentials left out stay as they are. */
export const integrationUpdate = integrationInput.omit({ provider: true, credentials: true }).extend({
  credentials: z.record(z.string(), z.string()).optional(),
})
export type IntegrationUpdate = z.infer<typeof integrationUpdate>

const requestsPerSecond = z
  .number()
  .min(0.01, "requestsPerSecond must be at least 0.01, one request in 100 seconds.")
  .max(1000, "requestsPerSecond must be at most 1000.")

/** A stream of an integration: its own interval in seconds, or null where it follows the integration, and when it is next. */
export const streamView = z.object({
  stream: streamId,
  syncInterval: z.number().int().nullable(),
  nextSyncAt: z.iso.datetime().nullable(),
  /** When it was last seen whole. */
  lastCompleteAt: z.iso.datetime().nullable(),
})
export type StreamView = z.infer<typeof streamView>

/** `PATCH …/sync-settings`: what is left out stays as it is. */
export const syncSettings = z.strictObject({
  syncInterval: syncInterval.nullable().optional(),
  cron: z.string().trim().min(1).max(200).nullable().optional(),
  timeZone: timeZone.optional(),
  syncEnabled: z.boolean().optional(),
  removalPolicy: removalPolicy.optional(),
  /** The most that the provider is asked, in requests per second (S4-RATE); null takes the provider's own limit. */
  requestsPerSecond: requestsPerSecond.nullable().optional(),
  /** Intervals of single streams (S3-FREQ); a stream whose interval is null follows the integration. */
  streams: z.partialRecord(streamId, z.strictObject({ syncInterval: streamInterval.nullable() })).optional(),
})
export type SyncSettings = z.infer<typeof syncSettings>

/** An integration as the API gives it: never with credentials, only which of them are set. */
export const integrationView = z.object({
  id: z.uuid(),
  provider: providerId,
  name: z.string(),
  settings: z.record(z.string(), json),
  credentialKeys: z.array(z.string()),
  syncInterval: z.number().int().nullable(),
  cron: z.string().nullable(),
  timeZone: z.string(),
  syncEnabled: z.boolean(),
  /** The schedule in plain words: "At 04:00, UTC". */
  scheduleWords: z.string(),
  /** It goes by several schedules, not by one of its own (S2-SCHEDULE). */
  hasSchedules: z.boolean(),
  nextSyncAt: z.iso.datetime().nullable(),
  /** Why no scheduled run will come although there is a schedule, or why it comes later, in one sentence; else null. */
  scheduleNote: z.string().nullable(),
  removalPolicy,
  requestsPerSecond: z.number().nullable(),
  streams: z.array(streamView),
  lastSync: syncLogView.nullable(),
  deviceCount: z.number().int(),
  circuitCount: z.number().int(),
  /** Items of the list that it published last; null where it has published none. */
  publishedItems: z.number().int().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type IntegrationView = z.infer<typeof integrationView>

/** What `POST …/sync` answers. `job_id` is the id of the run, new or already in progress. */
export const syncStarted = z.object({ status: z.literal("in_progress"), job_id: z.uuid() })
export type SyncStarted = z.infer<typeof syncStarted>

/** What `GET /api/integrations/mdm/sync-status` answers (S0-API fixes the names). */
export const mdmSyncStatus = z.object({
  last_sync_at: z.iso.datetime().nullable(),
  status: z.enum(["success", "error"]).nullable(),
  created: z.number().int(),
  updated: z.number().int(),
})

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone })
    return true
  } catch {
    return false
  }
}
