import { inTransaction } from "@/lib/db/in-transaction"
import type { Subject } from "@/lib/domain/errand"
import type { StreamId } from "@/lib/domain/provider-id"
import { claimPending, countClaimed, selectSubjects } from "./subjects/store"

type Claiming = { integrationId: string; syncLogId: string; context: { streams?: StreamId[] | undefined } }

/**
 * The work orders whose planned units a run reads: those of the circuits that it was queued for, else those of all circuits
 * that wait for permissions; both where it was widened to everything since. They are marked with the run, so that an attempt which
 * goes on after a cursor reads the same ones in the same order.
 */
export function claimSubjects(run: Claiming, cursor: string | null): Promise<Subject[]> {
  return inTransaction(async (client) => {
    const isWidened = run.context.streams === undefined && cursor === null
    if (isWidened || (await countClaimed(client, run)) === 0) await claimPending(client, run)
    return selectSubjects(client, run)
  })
}
