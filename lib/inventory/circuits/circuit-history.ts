import { cutPage, decodeCursor, idKey } from "@/lib/cursor"
import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import {
  type CircuitAggregateView,
  type CircuitChangeView,
  type CircuitSnapshotView,
  circuitAggregateView,
  circuitChangeView,
  circuitSnapshotView,
} from "@/lib/domain/circuit-view"
import type { Listing, ListQuery } from "@/lib/domain/listing"
import { findCircuit } from "./get-circuit"
import { selectAggregates, selectChanges, selectSnapshots } from "./history/store"

type Dated<T> = Omit<T, "at"> & { at: Date }

/** A circuit's history, newest first: what changed, by which run or person (N-HISTORY). Throws 404. */
export async function listCircuitChanges(
  actor: Actor,
  circuitId: string,
  { limit, cursor }: ListQuery,
): Promise<Listing<CircuitChangeView>> {
  const after = decodeCursor(cursor, idKey)
  await findCircuit(actor, circuitId)
  const values = [circuitId, after?.[0] ?? null, limit + 1]
  const { rows } = await pool().query<Dated<CircuitChangeView>>(selectChanges, values)
  const { items, nextCursor } = cutPage(rows, limit, ({ id }) => [id])
  const views = items.map((row) => circuitChangeView.parse({ ...row, at: row.at.toISOString() }))
  return { items: views, nextCursor }
}

/** What a circuit's planned units added up to whenever that moved, newest first, at most a year of days. Throws 404. */
export async function listAggregates(actor: Actor, circuitId: string): Promise<CircuitAggregateView[]> {
  await findCircuit(actor, circuitId)
  const { rows } = await pool().query<Dated<CircuitAggregateView>>(selectAggregates, [circuitId, most])
  return rows.map((row) => circuitAggregateView.parse({ ...row, at: row.at.toISOString() }))
}

/** How a circuit stood from day to day, newest first, at most a year of days. Throws 404. */
export async function listSnapshots(actor: Actor, circuitId: string): Promise<CircuitSnapshotView[]> {
  await findCircuit(actor, circuitId)
  const { rows } = await pool().query(selectSnapshots, [circuitId, most])
  return rows.map((row) => circuitSnapshotView.parse(row))
}

const most = 400
