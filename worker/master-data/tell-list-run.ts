import type { ListId } from "@/lib/domain/list-id"
import { lists } from "@/lib/domain/lists"
import { DeliveryInDoubt } from "@/lib/domain/shelf"
import type { SyncStatus } from "@/lib/domain/sync-log"
import type { Log } from "@/lib/log"
import type { ListOutcome, Witness } from "@/lib/master-data/list-work"
import { countList } from "@/lib/metrics/count-list"
import { type Run, Skipped } from "@/lib/sync/run"

/** Why a run does nothing while the master switch is off. */
export const disabledReason = "MDM integration is disabled"

/**
 * Tells a run of master data in the words and fields that its monitoring looks for (S1-SYNC, S1-FLAG, S1-FAIL), one JSON line
 * each. `timestamp` is when it was told, `duration` in milliseconds since this attempt began.
 */
export function tellListRun(log: Log, now: () => number = Date.now) {
  const began = now()
  let outcome: ListOutcome | null = null
  let isWritten = false
  let known: ListId | null = null
  const timed = () => ({ timestamp: new Date(now()).toISOString(), duration: now() - began })

  const witness: Witness = {
    writing: ({ list, place: { fileName: filename, schema } }, dataSize) =>
      log.info({ location: { filename, schema }, dataSize }, `Writing ${lists[list].noun} to S3`),
    written: () => {
      isWritten = true
    },
    refreshing: () => log.info("Updating in-memory cache with fresh data"),
    outcome: (told) => {
      outcome = told
    },
  }

  /** Throws Skipped while the master switch is off. */
  function begin({ trigger, attempt }: Run, isEnabled: boolean): void {
    if (trigger === "scheduled" && attempt === 1) log.info("Scheduled MDM to S3 synchronization triggered")
    if (!isEnabled) {
      const result = { success: false, skipped: true, reason: disabledReason, ...timed() }
      log.info(result, `MDM synchronization skipped - ${disabledReason}`)
      const remedy = "Whoever runs Rollcall switches it on with MDM_INTEGRATION_ENABLED=true."
      throw new Skipped(`MDM synchronization skipped - ${disabledReason}. ${remedy}`)
    }
    log.info("Starting MDM to S3 synchronization")
  }

  /** Which list it is about. A run that publishes what was kept fetches nothing. */
  function opened({ context }: Run, list: ListId): void {
    known = list
    if (context.publishes === undefined && context.applies === undefined)
      log.info(`Retrieving ${lists[list].noun} from MDM`)
  }

  function failed(reason: unknown): void {
    countList(known, "failed")
    const error = reason instanceof Error ? reason : new Error(String(reason))
    const facts = {
      success: false,
      error: { message: error.message, name: error.name, stack_trace: error.stack },
      errorName: error.name,
      ...timed(),
      s3DataPreserved: isWritten ? false : reason instanceof DeliveryInDoubt ? "unknown" : true,
      cacheUnchanged: true,
    }
    log.error(facts, "Failed to synchronize MDM to S3 - existing S3 data remains unchanged")
  }

  function ended(status: SyncStatus | null): void {
    if (outcome === null || (status !== "SUCCESS" && status !== "PARTIAL")) return
    countList(outcome.list, outcome.kind)
    const { kind, receivedCount, itemCount, place, etag, reason } = outcome
    const s3Location = place === null ? null : { filename: place.fileName, schema: place.schema }
    const facts = { ...timed(), itemCount, receivedCount, s3Location, etag }
    switch (kind) {
      case "published":
      case "unchanged":
        log.info(
          { success: true, published: kind === "published", ...facts },
          "Successfully completed MDM to S3 synchronization",
        )
        return
      case "held":
        log.warn(
          { success: false, held: true, reason, ...facts, s3DataPreserved: true, cacheUnchanged: true },
          "MDM to S3 synchronization held for an admin - existing S3 data remains unchanged",
        )
        return
      case "planned":
        log.info({ ...facts, reason }, "Previewed MDM to S3 synchronization - nothing was written")
        return
    }
  }

  return { witness, begin, opened, failed, ended }
}
