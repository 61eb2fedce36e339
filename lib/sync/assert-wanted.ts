import { Cancelled, FencedOff, type Run } from "./run"
import { type Db, isCancelled } from "./store"

/**
 * Within a transaction that is about to write: throws FencedOff when this attempt was overtaken, and Cancelled when an admin
 * asked for the end of the run, also while it waited for its turn in the account.
 */
export async function assertWanted(db: Db, run: Run): Promise<void> {
  const cancelled = await isCancelled(db, run)
  if (cancelled === null) throw new FencedOff(run)
  if (cancelled) throw new Cancelled()
}
