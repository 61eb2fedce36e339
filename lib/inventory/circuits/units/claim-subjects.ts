import { inTransaction } from "@/lib/db/in-transaction"
import type { Subject } from "@/lib/domain/errand"
import { claimPending, countClaimed, selectSubjects } from "./subjects/store"

/**
 * The work orders whose planned units a run reads: those of the circuits that it was queued for, else those of all circuits
 * that wait for permissions. They are marked with the run, so that another attempt reads the same ones in the same order.
 */
export function claimSubjects(run: { integrationId: string; syncLogId: string }): Promise<Subject[]> {
  return inTransaction(async (client) => {
    if ((await countClaimed(client, run)) === 0) await claimPending(client, run)
    return selectSubjects(client, run)
  })
}
