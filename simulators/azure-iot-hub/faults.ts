import { z } from "zod"
import { type Faults, transportFault } from "@/simulators/faults"

const count = z.number().int().min(1).default(1)

/** What is wrong with a list itself. */
const listFault = z.discriminatedUnion("kind", [
  /** The last twins of each page come again on the next. */
  z.strictObject({ kind: z.literal("duplicates"), count }),
  /** So many devices are removed for good after each page of devices. */
  z.strictObject({ kind: z.literal("shrinking"), count }),
  /** The statistics are off by so many. */
  z.strictObject({ kind: z.literal("wrong_total"), by: z.number().int() }),
  /** The page that starts at this offset comes empty, with a token to go on. */
  z.strictObject({ kind: z.literal("empty_page"), page: z.number().int().min(1) }),
  /** Queries give nothing, though the devices are there. */
  z.strictObject({ kind: z.literal("empty_list") }),
  /** Queries do not know the first devices (eventual consistency); reading their twins does. */
  z.strictObject({ kind: z.literal("lagging"), count }),
  /** Gives fewer than asked for. */
  z.strictObject({ kind: z.literal("small_pages"), perPage: z.number().int().min(1).max(100) }),
  /** Every page names the same token. */
  z.strictObject({ kind: z.literal("stuck_page") }),
  /** Continuation tokens are refused, so many times. */
  z.strictObject({ kind: z.literal("expired_token"), count }),
  /** `moduleId IN` is refused. */
  z.strictObject({ kind: z.literal("no_module_in") }),
  /** Twins of system modules are missing. */
  z.strictObject({ kind: z.literal("no_edge_agents") }),
  /** Every call, or those of one kind, is refused in one of the hub's own words. */
  z.strictObject({
    kind: z.literal("error"),
    code: z.enum([
      "IotHubUnauthorizedAccess",
      "IotHubNotFound",
      "IotHubQuotaExceeded",
      "IotHubSuspended",
      "OperationNotAvailableInCurrentTier",
      "IotHubFailingOver",
      "ThrottlingBacklogTimeout",
      "ServerBusy",
      "ArgumentInvalid",
    ]),
    on: z.string().optional(),
    /** Some services behind a hub write their errors so. */
    numbered: z.boolean().default(false),
  }),
])

/** What is wrong with the first twins of the list. */
const recordFault = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("malformed"), count }),
  z.strictObject({ kind: z.literal("no_device_id"), count }),
  z.strictObject({ kind: z.literal("long_name"), count, length: z.number().int().default(10_000) }),
  z.strictObject({ kind: z.literal("nul"), count }),
  /** Twins lack what nobody promised: etags, status, scope, last activity. */
  z.strictObject({ kind: z.literal("bare") }),
  /** Every device carries LoRaWAN keys among its desired properties. */
  z.strictObject({ kind: z.literal("secrets") }),
])

const contentFault = z.union([listFault, recordFault])
export type HubFaults = Faults<z.infer<typeof contentFault>>

export const hubFault = z.union([transportFault, contentFault])
