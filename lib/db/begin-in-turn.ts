import type { PoolClient } from "pg"

/**
 * Begins a transaction that has an account's inventory to itself: whoever writes it comes one after the other, so that two
 * runs cannot both make one serial's device. The turn is waited for before the transaction begins, because what it writes
 * carries the time of its beginning, and must not tell of a time at which nobody could see it (docs/decisions/0059).
 */
export async function beginInTurn(client: PoolClient, accountId: string): Promise<void> {
  const key = [`inventory:${accountId}`]
  await client.query("select pg_advisory_lock(hashtextextended($1, 0))", key)
  await client.query("begin")
  // The transaction takes over what the session holds already, and keeps it to its end
  await client.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", key)
  await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", key)
}
