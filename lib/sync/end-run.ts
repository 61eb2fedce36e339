import type { RunEnding, SyncParts } from "./parts"
import { FencedOff } from "./run"
import { emptyStage } from "./stage/store"
import { finish, insertLines, type Line } from "./store"

/** Records how a run ended, with its last lines, and tells those who want to know, in one transaction. The stage is emptied after. */
export async function endRun(
  { pool, announce }: Pick<SyncParts, "pool" | "announce">,
  ending: RunEnding,
  lines: Line[] = [],
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query("begin")
    if (!(await finish(client, ending.run, ending))) throw new FencedOff(ending.run)
    await insertLines(client, ending.run, lines)
    await announce(client, ending)
    await client.query("commit")
    await emptyStage(client, ending.run)
  } catch (error) {
    await client.query("rollback").catch(() => {})
    throw error
  } finally {
    client.release()
  }
}
