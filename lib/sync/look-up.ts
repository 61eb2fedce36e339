import type { Pool, PoolClient } from "pg"
import { preparePlanner } from "./store"

/** Looks something up between read and plan, with the same care for fleets that grew: nothing is written. */
export async function lookUp<T>(pool: Pool, look: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query("begin read only")
    await preparePlanner(client)
    const found = await look(client)
    await client.query("commit")
    return found
  } catch (error) {
    await client.query("rollback").catch(() => {})
    throw error
  } finally {
    client.release()
  }
}
