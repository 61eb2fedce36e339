import { z } from "zod"
import { listItem } from "./list-definition"
import { listId } from "./list-id"
import { listQuery } from "./listing"
import { holdStatus } from "./removal-hold"

/** The query of `GET /api/ineligible-items`: with a country and a commodity code it is a lookup. */
export const listItemsQuery = listQuery.extend({
  /** A country of origin, two letters in any case. */
  country: z
    .string()
    .trim()
    .regex(/^[A-Za-z]{2}$/, "country is a code of two letters, such as BR.")
    .optional(),
  /** Spaces and dots in it count for nothing. */
  commodity_code: z
    .string()
    .max(40)
    .transform((text) => text.replace(/[\s.]/g, ""))
    .refine((code) => /^\d{2,14}$/.test(code), "commodity_code is a code of 2 to 14 digits.")
    .optional(),
  type_of_treatment: z.string().trim().max(200).optional(),
  /** Part of any value, in any case. */
  search: z.string().trim().max(200).optional(),
  /** Where an account publishes a list in several places. */
  integrationId: z.uuid().optional(),
})
export type ListItemsQuery = z.infer<typeof listItemsQuery>

/** Whether something is banned, by which rule (the one that decided, be it an exception that lets it pass), and why. */
export const lookup = z.object({
  banned: z.boolean(),
  rule: listItem.nullable(),
  reason: z.string(),
  /** Every rule about it, the longest code first. */
  matched: z.array(listItem),
})
export type Lookup = z.infer<typeof lookup>

/** Where the copy in memory came from: S3, the delivery of a run, or, while S3 cannot be read, the last good copy. */
export const listSource = z.enum(["s3", "delivery", "database"])

/** What a reader is served from, and since when. `etag` and `sha256` are the object's. */
export const servedList = z.object({
  list: listId,
  integrationId: z.uuid(),
  integrationName: z.string(),
  /** Null for an object that somebody else published. */
  versionId: z.uuid().nullable(),
  version: z.number().int().nullable(),
  etag: z.string().nullable(),
  sha256: z.string(),
  items: z.number().int(),
  publishedAt: z.iso.datetime().nullable(),
  /** When a run last found master data and S3 to be as this. */
  confirmedAt: z.iso.datetime().nullable(),
  loadedAt: z.iso.datetime(),
  source: listSource,
  /** What to know before relying on it: why it is the last good copy, or that it is empty. */
  note: z.string().nullable(),
})
export type ServedList = z.infer<typeof servedList>

/** `GET /api/ineligible-items`. `banned`, `rule` and `reason` are given for a lookup. `served` is null before the first. */
export const listPage = z.object({
  items: z.array(listItem),
  nextCursor: z.string().nullable(),
  total: z.number().int(),
  served: servedList.nullable(),
  ...lookup.omit({ matched: true }).partial().shape,
})
export type ListPage = z.infer<typeof listPage>

/** A version of a list, or one that waits: what it holds, where it lies, and what the store said of it when read back. */
export const listVersionView = z.object({
  id: z.uuid(),
  integrationId: z.uuid(),
  integrationName: z.string(),
  list: listId,
  status: z.enum(["published", "held", "planned", "let_go", "dismissed"]),
  version: z.number().int().nullable(),
  /** The hold it waited in, or waits in still, and the admin who decided about it. */
  holdId: z.uuid().nullable(),
  holdStatus: holdStatus.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  /** The run that fetched it, and the one that published it. */
  syncLogId: z.uuid(),
  publishedById: z.uuid().nullable(),
  /** Who asked for that second run; null for the schedule. */
  startedBy: z.string().nullable(),
  sha256: z.string(),
  bytes: z.number().int(),
  /** Entries as sent, as published, and at fault. */
  received: z.number().int(),
  items: z.number().int(),
  rejected: z.number().int(),
  /** Against what was published before. */
  added: z.number().int(),
  gone: z.number().int(),
  endpoint: z.string().nullable(),
  bucket: z.string().nullable(),
  key: z.string().nullable(),
  etag: z.string().nullable(),
  versionId: z.string().nullable(),
  /** Its content is still kept, so that it can be compared and published again. */
  isKept: z.boolean(),
  isNewest: z.boolean(),
  fetchedAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().nullable(),
  confirmedAt: z.iso.datetime().nullable(),
})
export type ListVersionView = z.infer<typeof listVersionView>

/** The query of `GET /api/ineligible-items/versions`. */
export const listVersionsQuery = listQuery.extend({
  list: listId.default("ineligible-items"),
  integrationId: z.uuid().optional(),
  /** Of this run alone, whatever list it was about: what it fetched or published, also what waits. */
  syncLogId: z.uuid().optional(),
})
export type ListVersionsQuery = z.infer<typeof listVersionsQuery>

/** The query of `GET /api/ineligible-items/versions/:id/differences`: against another version, else the one before it. */
export const differencesQuery = z.object({
  against: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
})

/** What one version has that the other had not. At most so many of each as were asked for; the numbers are of all. */
export const listDifferences = z.object({
  list: listId,
  against: z.object({ id: z.uuid(), version: z.number().int().nullable() }).nullable(),
  added: z.array(listItem),
  gone: z.array(listItem),
  addedTotal: z.number().int(),
  goneTotal: z.number().int(),
  same: z.number().int(),
})
export type ListDifferences = z.infer<typeof listDifferences>

/** `GET /api/ineligible-items/scheduler` (S1-SCHEDULER): whether master data is synced on schedule, and when next. */
export const schedulerStatus = z.object({
  running: z.boolean(),
  /** Why it does not run, in one sentence; null when it does. */
  reason: z.string().nullable(),
  /** What a new integration starts with, in UTC. */
  cronSchedule: z.string(),
  integrations: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      list: listId,
      syncEnabled: z.boolean(),
      cron: z.string().nullable(),
      syncInterval: z.number().int().nullable(),
      timeZone: z.string(),
      nextSyncAt: z.iso.datetime().nullable(),
      lastStatus: z.string().nullable(),
      lastSyncAt: z.iso.datetime().nullable(),
      failuresInRow: z.number().int(),
    }),
  ),
})
export type SchedulerStatus = z.infer<typeof schedulerStatus>

/** `POST /api/ineligible-items/scheduler`: switches the schedules of the account's master data on or off. */
export const schedulerCommand = z.strictObject({ action: z.enum(["start", "stop"]) })

/** `POST /api/ineligible-items/sync` and `…/versions/:id/publish` are answered like any start of a run. */
export const listSyncRequest = z.strictObject({
  list: listId.default("ineligible-items"),
  integrationId: z.uuid().optional(),
})
