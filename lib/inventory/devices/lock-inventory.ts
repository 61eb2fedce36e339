import type { PoolClient } from "pg"

/** Waits until no run is merging into this account's inventory, and keeps others out until the transaction ends. */
export async function lockInventory(client: PoolClient, accountId: string): Promise<void> {
  await client.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`inventory:${accountId}`])
}
