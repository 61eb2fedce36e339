import type { PoolClient } from "pg"
import { pool } from "./client"

/** Runs `act` in one transaction on a connection of its own: all of it is kept, or, when it throws, nothing. */
export async function inTransaction<T>(
  act: (client: PoolClient) => Promise<T>,
  begin: (client: PoolClient) => Promise<unknown> = (client) => client.query("begin"),
): Promise<T> {
  const client = await pool().connect()
  try {
    await begin(client)
    const result = await act(client)
    await client.query("commit")
    return result
  } catch (error) {
    await client.query("rollback").catch(() => {}) // the connection may be gone; the first error is the one to tell
    throw error
  } finally {
    client.release()
  }
}
