import { nounOfProvider } from "@/components/inventory/noun-of-provider"
import { leftOverOf, outcomeOf } from "@/components/syncs/sync-wording"
import type { Tone } from "@/components/ui/badge"
import { count } from "@/components/ui/format-number"
import type { IntegrationView } from "@/lib/domain/integration"
import { isRunning } from "@/lib/domain/is-running"

export type IntegrationState = { tone: Tone; label: string }

/** An integration at a glance; `held` is how many of its removals, or lists, wait for an admin. */
export function stateOf(integration: IntegrationView, held: number, now: number): IntegrationState {
  const run = integration.lastSync
  if (run !== null && isRunning(run.status)) return { tone: "live", label: outcomeOf(run) }
  if (run?.status === "FAILED") return { tone: "bad", label: "Failing" }
  if (isOverdue(integration, now)) return { tone: "warn", label: "Sync overdue" }
  if (run === null) return { tone: "quiet", label: "Never synced" }
  if (run.status === "CANCELLED") return { tone: "quiet", label: "Last sync cancelled" }
  const noun = nounOfProvider(integration.provider)
  if (held > 0)
    return { tone: "warn", label: noun === "list-item" ? "List held" : `${count(held, "removal")} held` }
  const leftOver = leftOverOf({ ...run.counts, held: 0 }, noun)
  if (leftOver !== null && run.status === "PARTIAL") return { tone: "warn", label: capital(leftOver) }
  return run.status === "PARTIAL" && run.counts.held === 0
    ? { tone: "warn", label: "Partly done" }
    : { tone: "good", label: "Healthy" }
}

/** Dispatchers look twice a minute, so that a sync planned for longer ago was not taken up: no worker runs, or none has room. */
export function isOverdue({ nextSyncAt, lastSync }: IntegrationView, now: number): boolean {
  if (nextSyncAt === null || (lastSync !== null && isRunning(lastSync.status))) return false
  return now - Date.parse(nextSyncAt) > overdueAfterMs
}

const overdueAfterMs = 120_000

/** States that need a person first, those that are fine last. */
export const byUrgency = (one: IntegrationState, other: IntegrationState): number =>
  urgency[one.tone] - urgency[other.tone]

const urgency: Record<Tone, number> = { bad: 0, warn: 1, live: 2, quiet: 3, good: 4 }

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
