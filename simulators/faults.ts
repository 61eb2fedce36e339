import { z } from "zod"
import { type Active, takeTurn } from "./take-turn"

const times = {
  /** How many matching requests it hits; without it, all of them. */
  times: z.number().int().min(1).optional(),
  /** How many matching requests pass first. */
  after: z.number().int().min(0).optional(),
  /** Which calls it hits, by the names that the simulator gives them; without it, all of them. */
  on: z.string().min(1).optional(),
}

/** What happens to a request instead of its answer; every simulator knows these. */
export const transportFault = z.discriminatedUnion("kind", [
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

/** What a simulator looks up while it answers: faults of its lists and records, and which transport fault hits a request. */
export type Faults<F extends { kind: string }> = ReturnType<typeof openFaults<F>>

/** The faults that are switched on, and how often the ones that wear out have struck. `F`: those of one simulator alone. */
export function openFaults<F extends { kind: string }>() {
  let active: Active<F | TransportFault>[] = []
  return {
    replace(faults: (F | TransportFault)[]) {
      active = faults.map((fault) => ({ fault, seen: 0 }))
    },
    list: (): (F | TransportFault)[] => active.map(({ fault }) => fault),
    find<K extends F["kind"]>(kind: K): Extract<F, { kind: K }> | null {
      const isKind = (fault: F | TransportFault): fault is Extract<F, { kind: K }> => fault.kind === kind
      return active.map(({ fault }) => fault).find(isKind) ?? null
    },
    findAll<K extends F["kind"]>(kind: K): Extract<F, { kind: K }>[] {
      const isKind = (fault: F | TransportFault): fault is Extract<F, { kind: K }> => fault.kind === kind
      return active.map(({ fault }) => fault).filter(isKind)
    },
    /** The transport fault that hits this request; asking counts as a request. */
    strike(call: string): TransportFault | null {
      let hit: TransportFault | null = null
      for (const entry of active) {
        if (isOfTransport(entry) && takeTurn(entry, call)) hit ??= entry.fault
      }
      return hit
    },
  }
}

const isOfTransport = (entry: Active<{ kind: string }>): entry is Active<TransportFault> =>
  transportFault.safeParse(entry.fault).success
