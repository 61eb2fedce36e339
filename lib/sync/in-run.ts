import type { Pool, PoolClient } from "pg"
import { beginInTurn } from "@/lib/db/begin-in-turn"
import { FencedOff, type Run } from "./run"
import { advance } from "./store"

type InRun = { pool: Pool; run: Run; inTurn?: boolean; durable?: boolean }
type Advance = Parameters<typeof advance>[2]

/**
 * One fenced transaction of a run: what `act` writes, and the progress it returns, are kept only if this attempt is still
 * the last; throws FencedOff, with everything undone, when it is not. One that writes the inventory waits for its turn in the
 * account first. One that is not `durable` may be lost with the database's last moments.
 */
export async function inRun(
  { pool, run, inTurn = false, durable = true }: InRun,
  act: (client: PoolClient) => Promise<Advance>,
): Promise<void> {
  const client = await pool.connect()
  try {
    if (inTurn) await beginInTurn(client, run.accountId)
    else await client.query(durable ? "begin" : "begin; set local synchronous_commit = off")
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
