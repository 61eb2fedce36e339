import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { type CircuitDetail, circuitDetail, editableFields } from "@/lib/domain/circuit-view"
import { RequestError } from "@/lib/domain/problem"
import { type CircuitRow, viewOf } from "./circuit-row"
import { selectCircuit, selectRelatives } from "./query/store"

type Relative = { id: string; extension: string; title: string | null }

/** A circuit of the actor's account, with what its source says where people said otherwise. Throws 404. */
export async function getCircuit(actor: Actor, id: string): Promise<CircuitDetail> {
  const row = await findCircuit(actor, id)
  const view = viewOf(row)
  const { rows: relatives } = await pool().query<Relative>(selectRelatives, [id])
  const source = editableFields.partial().parse(row.fields)
  return circuitDetail.parse({
    ...view,
    notes: row.notes,
    version: row.version,
    source: Object.fromEntries(view.edited.map((field) => [field, source[field] ?? null])),
    attributes: row.attributes,
    parent: view.extension === "@" ? null : (relatives.find(({ extension }) => extension === "@") ?? null),
    children: view.extension === "@" ? relatives : [],
    unitsAskedAt: row.unitsAskedAt?.toISOString() ?? null,
    unitsWanted: row.unitsWanted,
    unitsFailedRunId: row.unitsFailedRunId,
  })
}

/** The circuit's row alone. Throws 404 when there is none, or it is another account's. */
export async function findCircuit(actor: Actor, id: string): Promise<CircuitRow> {
  const { rows } = await pool().query<CircuitRow>(selectCircuit, [actor.accountId, id])
  const [circuit] = rows
  if (circuit !== undefined) return circuit
  throw new RequestError(404, "There is no circuit with this id in your account.")
}
