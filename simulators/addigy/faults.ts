import { z } from "zod"
import { type Faults, transportFault } from "@/simulators/faults"

const count = z.number().int().min(1).default(1)

/** What is wrong with the list itself. */
const listFault = z.discriminatedUnion("kind", [
  /** The last devices of each page come again on the next. */
  z.strictObject({ kind: z.literal("duplicates"), count }),
  /** So many devices are removed for good after each page. */
  z.strictObject({ kind: z.literal("shrinking"), count }),
  z.strictObject({ kind: z.literal("wrong_total"), by: z.number().int() }),
  z.strictObject({ kind: z.literal("ignored_policy") }),
  z.strictObject({ kind: z.literal("empty_page"), page: z.number().int().min(1) }),
  /** Every page is the first. */
  z.strictObject({ kind: z.literal("stuck_page"), honest: z.boolean().default(true) }),
  z.strictObject({ kind: z.literal("no_metadata") }),
  /** Gives fewer than asked for, and says so. */
  z.strictObject({ kind: z.literal("small_pages"), perPage: z.number().int().min(1).max(100) }),
  z.strictObject({ kind: z.literal("empty_list") }),
  /** v1: `/policies/{id}/devices` instead of `/policies/devices?policy_id=`. */
  z.strictObject({ kind: z.literal("nested_policy_path") }),
  z.strictObject({ kind: z.literal("no_permissions_call") }),
  z.strictObject({ kind: z.literal("missing_permission") }),
])

/** What is wrong with the first devices of the list. */
const recordFault = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("malformed"), count }),
  z.strictObject({ kind: z.literal("no_serial"), count }),
  z.strictObject({ kind: z.literal("no_agentid"), count }),
  z.strictObject({ kind: z.literal("no_policy"), count }),
  /** So many further devices have the first one's serial. */
  z.strictObject({ kind: z.literal("duplicate_serial"), count }),
  z.strictObject({ kind: z.literal("long_name"), count, length: z.number().int().default(10_000) }),
  z.strictObject({ kind: z.literal("nul"), count }),
  /** Every device carries secrets among its facts. */
  z.strictObject({ kind: z.literal("secrets") }),
])

const contentFault = z.union([listFault, recordFault])
export type AddigyFaults = Faults<z.infer<typeof contentFault>>

export const addigyFault = z.union([transportFault, contentFault])
