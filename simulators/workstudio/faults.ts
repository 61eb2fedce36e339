import { z } from "zod"
import { type Faults, transportFault } from "@/simulators/faults"

const count = z.number().int().min(1)
const part = {
  /** How many replies it hits; without it, all of them. */
  times: z.number().int().min(1).optional(),
}

/** What WorkStudio is known to do to its replies (providers/workstudio.md, E.1 to E.3). */
const contentFault = z.discriminatedUnion("kind", [
  /** `{"Protocol":"ERROR"}` with a status of 200; `value` limits it to one filter value. */
  z.strictObject({
    kind: z.literal("error_200"),
    message: z.string().optional(),
    value: z.string().optional(),
    ...part,
  }),
  /** Names of properties in another case. */
  z.strictObject({ kind: z.literal("shuffled_case") }),
  /** The first rows lack their last cell. */
  z.strictObject({ kind: z.literal("short_row"), count }),
  z.strictObject({ kind: z.literal("extra_cell"), count }),
  /** A heading that the view does not have. */
  z.strictObject({ kind: z.literal("missing_heading"), heading: z.string() }),
  /** A heading that comes twice. */
  z.strictObject({ kind: z.literal("double_heading"), heading: z.string() }),
  /** Raw control characters in the titles of the first rows. */
  z.strictObject({ kind: z.literal("control_characters"), count }),
  /** The first rows have no job GUID. */
  z.strictObject({ kind: z.literal("no_guid"), count }),
  z.strictObject({ kind: z.literal("long_title"), count }),
  /** `Data: []` for every filter value, or for one. */
  z.strictObject({ kind: z.literal("empty_data"), value: z.string().optional() }),
  /** A reply that says DATASET and has none. */
  z.strictObject({ kind: z.literal("no_dataset") }),
  /** The server is down: its health too. */
  z.strictObject({ kind: z.literal("down") }),
  /** No HEARTBEAT, as in servers that do not have it. */
  z.strictObject({ kind: z.literal("no_heartbeat") }),
  /** The filter is not minded: the rows of every work order come. */
  z.strictObject({ kind: z.literal("ignored_filter") }),
])
export type ContentFault = z.infer<typeof contentFault>
export type WorkstudioFaults = Faults<ContentFault>

export const workstudioFault = z.union([transportFault, contentFault])
