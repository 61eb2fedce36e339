import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import {
  type CircuitAggregateView,
  type CircuitSnapshotView,
  circuitAggregateView,
  circuitSnapshotView,
} from "@/lib/domain/circuit-view"
import type { InventoryChangeView } from "@/lib/domain/inventory-change"
import type { Listing, ListQuery } from "@/lib/domain/listing"
import { listRowChanges } from "@/lib/inventory/history/list-row-changes"
import { findCircuit } from "./get-circuit"
import { selectAggregates, selectSnapshots } from "./history/store"

type Dated<T> = Omit<T, "at"> & { at: Date }

/** A circuit's history, newest first: what changed, by which run or person (N-HISTORY). Throws 404. */
export async function listCircuitChanges(
  actor: Actor,
  circuitId: string,
  query: ListQuery,
): Promise<Listing<InventoryChangeView>> {
  await findCircuit(actor, circuitId)
  return listRowChanges(actor, circuitId, query)
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
