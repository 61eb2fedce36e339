import type { PoolClient } from "pg"
import { openTables as openDeviceTables } from "@/lib/inventory/devices/merge/plan/store"
import { recordLostSources, resolveDevices, writeDevices } from "@/lib/inventory/devices/merge/resolve/store"
import { settleSerials } from "@/lib/inventory/devices/merge/serials/store"
import { tellGateways } from "@/lib/inventory/gateways/store"
import { openTables } from "@/lib/inventory/merge-rows/plan/store"
import type { RowNoun, RowTable } from "@/lib/inventory/merge-rows/scope"
import { recordRemovals } from "@/lib/inventory/merge-rows/write/store"
import { retireHeld } from "./store"

export type Approval = {
  client: PoolClient
  accountId: string
  actorId: string
  hold: { id: string; integrationId: string; stream: string }
  /** All that wait when left out. */
  externalIds: string[] | undefined
}

/** Retires the records that wait, and the devices that no other record speaks for. Returns how many records. */
export async function retireHeldDevices(approval: Approval, rows: RowTable): Promise<number> {
  const { client, accountId, actorId, hold, externalIds } = approval
  const { integrationId, stream } = hold
  const writing = { client, accountId, actorId, syncLogId: null, integrationId, stream }
  await openDeviceTables(writing)
  const { rowCount } = await client.query(retireHeld(rows), [hold.id, externalIds ?? null])
  await resolveDevices(writing)
  await settleSerials(writing)
  await writeDevices(writing)
  await recordLostSources(writing)
  await client.query(tellGateways, [accountId])
  return rowCount ?? 0
}

/** Retires the rows that wait. Returns how many. */
export async function retireHeldRows(approval: Approval, of: RowNoun): Promise<number> {
  const { client, accountId, actorId, hold, externalIds } = approval
  await openTables(client)
  const { rowCount } = await client.query(retireHeld({ table: of.table, subject: "id" }), [
    hold.id,
    externalIds ?? null,
  ])
  await recordRemovals({
    client,
    accountId,
    actorId,
    syncLogId: null,
    integrationId: hold.integrationId,
    of,
  })
  return rowCount ?? 0
}
