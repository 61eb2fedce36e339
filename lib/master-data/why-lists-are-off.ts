import { env } from "@/lib/env"
import { parseCron } from "@/lib/schedule/parse-cron"

/** Why nothing of master data is synced on schedule, in one sentence; null when it is (S1-FLAG, S1-SCHEDULER). */
export function whyListsAreOff(): string | null {
  const { MDM_INTEGRATION_ENABLED, INELIGIBLE_ITEMS_SYNC_ENABLED, INELIGIBLE_ITEMS_SYNC_CRON_SCHEDULE } =
    env()
  if (!MDM_INTEGRATION_ENABLED) return "MDM integration is disabled (MDM_INTEGRATION_ENABLED is false)."
  if (!INELIGIBLE_ITEMS_SYNC_ENABLED)
    return "The scheduler of master data is disabled (INELIGIBLE_ITEMS_SYNC_ENABLED is false)."
  if (!isCron(INELIGIBLE_ITEMS_SYNC_CRON_SCHEDULE))
    return `Invalid cron schedule: ${INELIGIBLE_ITEMS_SYNC_CRON_SCHEDULE} (INELIGIBLE_ITEMS_SYNC_CRON_SCHEDULE).`
  return null
}

/** Whether an expression can be a schedule. */
export function isCron(expression: string): boolean {
  try {
    parseCron(expression, "UTC")
    return true
  } catch {
    return false
  }
}
