import { z } from "zod"
import { type Faults, transportFault } from "@/simulators/faults"

const count = z.number().int().min(1).default(1)

/** What is wrong with the lists, and what the account may not or cannot do. */
const serviceFault = z.discriminatedUnion("kind", [
  /** The last things of each page come again on the next. */
  z.strictObject({ kind: z.literal("duplicates"), count }),
  /** So many things are removed for good after each page. */
  z.strictObject({ kind: z.literal("shrinking"), count }),
  /** Pages of things are this short, whatever was asked for. */
  z.strictObject({ kind: z.literal("small_pages"), size: z.number().int().min(1).max(250) }),
  /** This page of things (from 0) is empty, and the list goes on behind it. */
  z.strictObject({ kind: z.literal("empty_page"), page: z.number().int().min(0) }),
  /** Every page of things has the same token. */
  z.strictObject({ kind: z.literal("stuck_token") }),
  z.strictObject({ kind: z.literal("empty_list") }),
  /** IAM actions that are not allowed. */
  z.strictObject({ kind: z.literal("denied"), actions: z.array(z.string()).min(1) }),
  /** Every call about this one thing or deployment fails with this status. */
  z.strictObject({
    kind: z.literal("failing"),
    name: z.string(),
    status: z.number().int().min(400).max(599),
  }),
  z.strictObject({ kind: z.literal("no_greengrass") }),
  z.strictObject({ kind: z.literal("index_not_ready") }),
  /** Times are written as ISO 8601. */
  z.strictObject({ kind: z.literal("iso_times") }),
  /** Tokens of lists are no longer taken. */
  z.strictObject({ kind: z.literal("expired_tokens") }),
  /** So many calls a second in all, then ThrottlingException. */
  z.strictObject({ kind: z.literal("quota"), perSecond: z.number().min(1) }),
])

/** What is wrong with the first things of the list. */
const recordFault = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("malformed"), count }),
  z.strictObject({ kind: z.literal("no_name"), count }),
  z.strictObject({ kind: z.literal("long_name"), count, length: z.number().int().default(10_000) }),
  z.strictObject({ kind: z.literal("nul"), count }),
  /** Every thing carries a field that nobody asked for, with a secret in it. */
  z.strictObject({ kind: z.literal("secrets") }),
])

const contentFault = z.union([serviceFault, recordFault])
export type AwsFaults = Faults<z.infer<typeof contentFault>>

export const awsFault = z.union([transportFault, contentFault])
