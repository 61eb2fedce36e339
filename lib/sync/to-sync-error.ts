import { ProviderError } from "@/lib/domain/provider-error"
import type { SyncError } from "@/lib/domain/sync-log"
import { PlanMoved } from "./plan-moved"
import type { Run } from "./run"
import { whatStands } from "./what-stands"

/** What the admin reads of a failed run. A provider's error speaks for itself; anything else is ours, and says so. */
export function toSyncError(thrown: unknown, run: Pick<Run, "checkpoint">): SyncError {
  if (thrown instanceof ProviderError) {
    const { code, message, providerSaid } = thrown
    return { code, message, providerSaid }
  }
  if (thrown instanceof PlanMoved) return { code: "plan_moved", message: thrown.message, providerSaid: null }
  const detail = thrown instanceof Error ? thrown.message : String(thrown)
  return {
    code: "internal",
    message: `Rollcall itself failed: ${detail} ${whatStands(run)} Try again; if it happens twice, report it with the run's log.`,
    providerSaid: null,
  }
}
