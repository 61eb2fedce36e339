import type { Env } from "@/lib/env"
import type { Log } from "@/lib/log"
import { isCron } from "@/lib/master-data/why-lists-are-off"

type Switches = Pick<
  Env,
  "MDM_INTEGRATION_ENABLED" | "INELIGIBLE_ITEMS_SYNC_ENABLED" | "INELIGIBLE_ITEMS_SYNC_CRON_SCHEDULE"
>

/**
 * Whether this worker queues runs of master data when they are due (S1-SCHEDULER). When they are due stands with each
 * integration; the environment says whether anything is queued at all.
 */
export function openListScheduler({ log, env }: { log: Log; env: Switches }) {
  const cronSchedule = env.INELIGIBLE_ITEMS_SYNC_CRON_SCHEDULE
  let isRunning = false

  /** Throws when the cron expression of the environment is none; says so when it is switched off. */
  function start(): void {
    if (!env.MDM_INTEGRATION_ENABLED || !env.INELIGIBLE_ITEMS_SYNC_ENABLED) {
      log.info("MDM to S3 synchronization is disabled, skipping scheduler setup")
      return
    }
    if (isRunning) {
      log.warn("MDM to S3 sync scheduler is already running")
      return
    }
    if (!isCron(cronSchedule)) {
      log.error({ cronSchedule }, `Invalid cron schedule: ${cronSchedule}`)
      throw new Error(`Invalid cron schedule: ${cronSchedule}`)
    }
    log.info({ cronSchedule }, "Starting MDM to S3 synchronization scheduler")
    isRunning = true
    log.info("MDM to S3 synchronization scheduler started successfully")
  }

  /** The worker goes on without it, and master data can still be synced by hand. */
  function startOrSayWhyNot(): void {
    try {
      start()
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      const remedy = "Set INELIGIBLE_ITEMS_SYNC_CRON_SCHEDULE right and restart the worker."
      log.error(
        { error: message, remedy },
        "Failed to start MDM to S3 sync scheduler - manual sync will still be available",
      )
    }
  }

  function stop(): void {
    if (!isRunning) {
      log.warn("No active MDM to S3 sync scheduler to stop")
      return
    }
    isRunning = false
    log.info("MDM to S3 synchronization scheduler stopped")
  }

  return { start, startOrSayWhyNot, stop, isRunning: () => isRunning }
}
