import { z } from "zod"
import { type Faults, transportFault } from "@/simulators/faults"

const count = z.number().int().min(1).default(1)

const contentFault = z.discriminatedUnion("kind", [
  /** The last devices of each page come again on the next. */
  z.strictObject({ kind: z.literal("duplicates"), count }),
  /** So many devices are removed for good after each page. */
  z.strictObject({ kind: z.literal("shrinking"), count }),
  z.strictObject({ kind: z.literal("wrong_total"), by: z.number().int() }),
  z.strictObject({ kind: z.literal("empty_list") }),
  /** Gives fewer than asked for, and does not say so. */
  z.strictObject({ kind: z.literal("small_pages"), perPage: z.number().int().min(1) }),
  /** Every page is the first. */
  z.strictObject({ kind: z.literal("stuck_page") }),
  /** The page that begins at this place of the list comes empty. */
  z.strictObject({ kind: z.literal("empty_page"), at: z.number().int().min(0) }),
  /** Each token serves so many lists, and is refused from then on. */
  z.strictObject({ kind: z.literal("short_tokens"), lists: z.number().int().min(1) }),
  /** Newer versions of the list are not there (Jamf Pro). */
  z.strictObject({ kind: z.literal("old_version"), newest: z.number().int().min(1).max(3) }),
  /** Counts pages from 1, whatever is asked for below that (MicroMDM). */
  z.strictObject({ kind: z.literal("pages_from_one") }),
  /** Sends everything at once, whatever is asked for (MicroMDM). */
  z.strictObject({ kind: z.literal("ignores_paging") }),
  /** The next page is said to be on another host. */
  z.strictObject({ kind: z.literal("foreign_next") }),
  /** Answers 200 and reports an error (Mosyle). */
  z.strictObject({ kind: z.literal("error_with_200"), status: z.string() }),
  z.strictObject({ kind: z.literal("malformed"), count }),
  z.strictObject({ kind: z.literal("no_serial"), count }),
  z.strictObject({ kind: z.literal("no_id"), count }),
  z.strictObject({ kind: z.literal("long_name"), count, length: z.number().int().default(10_000) }),
  z.strictObject({ kind: z.literal("nul"), count }),
  /** Every device carries secrets. */
  z.strictObject({ kind: z.literal("secrets") }),
])

export type RestFaults = Faults<z.infer<typeof contentFault>>

export const restFault = z.union([transportFault, contentFault])
