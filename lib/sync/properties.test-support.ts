import fc from "fast-check"
import type { Reject } from "@/lib/domain/session"
import { record, type Script } from "./engine.test-support"

/** One read of one of two integrations of an account: small pools of ids and serials, so that they collide. */
export type Step = { source: 0 | 1; fleet: Spec[]; scope: "all" | "policy b"; pageSize: number; fault: Fault }
type Spec = { id: number; serial: number | null; name: number; user: number | null }
type Fault =
  | { kind: "none" | "incomplete" | "unidentified" }
  | { kind: "fails"; page: number }
  | { kind: "short"; by: number }
  | { kind: "rejects"; ids: number[] }

const small = (max: number) => fc.nat({ max })
const spec = fc.record<Spec>({
  id: small(9),
  serial: fc.option(small(7), { freq: 8 }),
  name: small(2),
  user: fc.option(small(1)),
})

const fault = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Fault>({ kind: "none" }) },
  { weight: 1, arbitrary: fc.constant<Fault>({ kind: "incomplete" }) },
  { weight: 1, arbitrary: fc.constant<Fault>({ kind: "unidentified" }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("fails" as const), page: small(3) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("short" as const), by: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("rejects" as const),
      ids: fc.array(small(9), { maxLength: 3 }),
    }),
  },
)

const step = fc.record<Step>({
  source: fc.constantFrom(0, 0, 0, 1),
  fleet: fc.array(spec, { maxLength: 10, size: "max" }),
  scope: fc.constantFrom("all", "all", "policy b"),
  pageSize: fc.integer({ min: 1, max: 6 }),
  fault,
})

/** A read, and how often it comes in a row with the same fleet: absence counts only when it lasts. */
export const steps = fc
  .array(fc.tuple(step, fc.integer({ min: 1, max: 3 })), { minLength: 2, maxLength: 5 })
  .map((list) => list.flatMap(([one, times]) => Array.from({ length: times }, () => one)))

export function scriptOf({ fleet, scope, pageSize, fault }: Step): Script {
  const records = fleet.map(({ id, serial, name, user }) => ({
    ...record(id, {
      serialNumber: serial === null ? "n/a" : `S${serial}`,
      name: `Mac ${name}`,
      assignedTo: user === null ? null : `user-${user}`,
    }),
    attributes: { asset: name },
  }))
  const rejects = rejectsOf(fault)
  const sent = new Set([...records, ...rejects].map(({ externalId }) => externalId)).size
  const script = { records, rejects, scope, pageSize, expectedTotal: sent }
  switch (fault.kind) {
    case "none":
    case "rejects":
    case "unidentified":
      return script
    case "incomplete":
      return { ...script, incomplete: "A detail call failed." }
    case "short":
      return { ...script, expectedTotal: sent + fault.by }
    case "fails":
      return { ...script, failAt: { page: fault.page, error: new Error("cut") } }
  }
}

function rejectsOf(fault: Fault): Reject[] {
  const one = { reason: "invalid" as const, path: null, message: "Not readable.", sample: null }
  if (fault.kind === "unidentified") return [{ ...one, externalId: null }]
  if (fault.kind !== "rejects") return []
  return fault.ids.map((id) => ({ ...one, externalId: `agent-${id}` }))
}

/** Whether a read that ended in spite of this fault may count as having seen everything. */
export const isProof = ({ fault }: Step): boolean =>
  !["incomplete", "unidentified", "short"].includes(fault.kind)
