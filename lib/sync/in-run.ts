import type { Pool, PoolClient } from "pg"
import { FencedOff, type Run } from "./run"
import { advance } from "./store"

type Advance = Parameters<typeof advance>[2]

/**
 * One fenced transaction of a run: what `act` writes, and the progress it returns, are kept only if this attempt is still
 * the last. One that is not `durable` may be lost with the database's last moments. Throws FencedOff, with everything undone, when it is not.
 */
export async function inRun(
  { pool, run, durable = true }: { pool: Pool; run: Run; durable?: boolean },
  act: (client: PoolClient) => Promise<Advance>,
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(durable ? "begin" : "begin; set local synchronous_commit = off")
    const step = await act(client)
    if (!(await advance(client, run, step))) throw new FencedOff(run)
    await client.query("commit")
    run.checkpoint = step.checkpoint
  } catch (error) {
    await client.query("rollback").catch(() => {})
    throw error
  } finally {
    client.release()
  }
}
