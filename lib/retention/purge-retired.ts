import { pool } from "@/lib/db/client"
import { inInventory } from "@/lib/inventory/devices/in-inventory"
import { rowNouns } from "@/lib/inventory/row-nouns"
import type { Floors } from "./floors"
import { purgeDevices, purgeRecords, purgeRows, selectAccountsToPurge } from "./store"

/**
 * Deletes what was retired before its account's floor: devices with their records, retired records of others, other nouns. Each
 * step holds the account's inventory, so that no run takes up again what is going. Returns how many devices went.
 */
export async function purgeRetired(
  floors: Floors,
  { rows, isOver }: { rows: number; isOver: () => boolean },
) {
  let gone = 0
  const found = await pool().query<{ accountId: string }>(selectAccountsToPurge, [floors.latest])
  for (const { accountId } of found.rows) {
    const floor = floors.own.find((own) => own.accountId === accountId)?.floor ?? floors.usual
    for (const sql of [purgeDevices, purgeRecords, ...Object.values(rowNouns).map(purgeRows)]) {
      for (let last = rows; last === rows && !isOver(); ) {
        last = await inInventory(accountId, async (client) => {
          const step = await client.query<{ gone: number }>(sql, [accountId, floor, rows])
          return step.rows[0]?.gone ?? 0
        })
        if (sql === purgeDevices) gone += last
      }
    }
  }
  return gone
}
