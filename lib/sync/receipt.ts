import type { StreamReceipt } from "@/lib/domain/sync-log"
import type { StreamCheckpoint } from "./checkpoint"
import type { Verdict } from "./guard"
import type { PlanTally } from "./stream-target"

/** Different records that the provider sent. */
export const received = (read: StreamCheckpoint): number =>
  read.records + read.rejected + read.skipped - read.duplicates

type Told = {
  read: StreamCheckpoint
  verdict: Pick<Verdict, "sentence">
  warnings: string[]
  tally: Pick<PlanTally, "created" | "updated" | "unchanged">
}

/** What proves, or does not, that a read saw everything (N-RECEIPT). */
export function receiptOf({ read, verdict, warnings, tally }: Told): StreamReceipt {
  const {
    scope,
    pages,
    records,
    duplicates,
    rejected,
    skipped,
    stripped,
    retries,
    expectedTotal,
    freshestAt,
  } = read
  return {
    complete: read.complete && read.incomplete === null,
    scope,
    pages,
    received: received(read) + duplicates,
    records,
    duplicates,
    rejected,
    skipped,
    stripped,
    retries,
    expectedTotal,
    removals: verdict.sentence,
    freshestAt,
    created: tally.created,
    updated: tally.updated,
    unchanged: tally.unchanged,
    warnings,
  }
}
