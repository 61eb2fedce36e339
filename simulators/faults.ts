import { z } from "zod"

const times = {
  /** How many matching requests it hits; without it, all of them. */
  times: z.number().int().min(1).optional(),
  /** How many matching requests pass first. */
  after: z.number().int().min(0).optional(),
  /** Which calls it hits; without it, all of them. */
  on: z.enum(["devices", "policies", "permissions"]).optional(),
}
const count = z.number().int().min(1).default(1)

/** What happens to a request instead of its answer. */
const transportFault = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("status"),
    status: z.number().int().min(400).max(599),
    /** Seconds; `asDate` sends the same moment as an HTTP date. */
    retryAfter: z.number().min(0).optional(),
    asDate: z.boolean().optional(),
    ...times,
  }),
  z.strictObject({ kind: z.literal("html"), ...times }),
  z.strictObject({ kind: z.literal("truncated"), ...times }),
  z.strictObject({ kind: z.literal("cut"), ...times }),
  z.strictObject({ kind: z.literal("hang"), ...times }),
  z.strictObject({ kind: z.literal("slow"), ms: z.number().int().min(1), ...times }),
  z.strictObject({ kind: z.literal("redirect"), to: z.string(), ...times }),
  /** A reply of this many bytes. */
  z.strictObject({ kind: z.literal("huge"), bytes: z.number().int().min(1), ...times }),
])
export type TransportFault = z.infer<typeof transportFault>

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

export const fault = z.union([transportFault, listFault, recordFault])
export type Fault = z.infer<typeof fault>
export type FaultKind = Fault["kind"]

export type Faults = ReturnType<typeof openFaults>

/** The faults that are switched on, and how often the ones that wear out have struck. */
export function openFaults() {
  let active: { fault: Fault; seen: number }[] = []
  return {
    replace(faults: Fault[]) {
      active = faults.map((fault) => ({ fault, seen: 0 }))
    },
    list: (): Fault[] => active.map(({ fault }) => fault),
    find<K extends FaultKind>(kind: K): Extract<Fault, { kind: K }> | null {
      const isKind = (fault: Fault): fault is Extract<Fault, { kind: K }> => fault.kind === kind
      return active.map(({ fault }) => fault).find(isKind) ?? null
    },
    emptyPages: (): number[] =>
      active.flatMap(({ fault }) => (fault.kind === "empty_page" ? [fault.page] : [])),
    /** The transport fault that hits this request; asking counts as a request. */
    strike(call: string): TransportFault | null {
      let hit: TransportFault | null = null
      for (const entry of active) {
        const { fault } = entry
        if (!isTransportFault(fault) || (fault.on !== undefined && fault.on !== call)) continue
        entry.seen += 1
        const turn = entry.seen - (fault.after ?? 0)
        if (turn >= 1 && turn <= (fault.times ?? Number.POSITIVE_INFINITY)) hit ??= fault
      }
      return hit
    },
  }
}

function isTransportFault(fault: Fault): fault is TransportFault {
  return transportFault.safeParse(fault).success
}
