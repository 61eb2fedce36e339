import { remedyOf } from "@/components/syncs/remedy-of"
import { leftOverOf } from "@/components/syncs/sync-wording"
import type { IntegrationView } from "@/lib/domain/integration"

/** Something a person should look at, with the way there. */
export type Attention = { tone: "bad" | "warn"; title: string; detail: string; href: string }

/** What needs a person now, the most pressing first; empty when all is well. */
export function attentionOf(integrations: IntegrationView[]): Attention[] {
  const all = integrations.flatMap((integration) => [
    ...lastRun(integration),
    ...schedule(integration),
    ...firstRun(integration),
  ])
  return all.sort((one, other) => Number(other.tone === "bad") - Number(one.tone === "bad"))
}

function lastRun({ name, lastSync }: IntegrationView): Attention[] {
  if (lastSync === null) return []
  const href = `/syncs/${lastSync.id}`
  if (lastSync.status === "FAILED") {
    const detail = lastSync.error === null ? "" : `${lastSync.error.message} ${remedyOf(lastSync.error.code)}`
    return [{ tone: "bad", title: `The last sync of ${name} failed`, detail, href }]
  }
  const leftOver = lastSync.status === "PARTIAL" ? leftOverOf(lastSync.counts) : null
  if (leftOver === null) return []
  return [
    { tone: "warn", title: `The last sync of ${name} left something over`, detail: `${leftOver}.`, href },
  ]
}

/** A schedule that was switched off on purpose is no news; one that cannot run is. One that only waits has failed syncs to show. */
function schedule({ name, syncEnabled, scheduleNote, nextSyncAt }: IntegrationView): Attention[] {
  if (scheduleNote === null || !syncEnabled || nextSyncAt !== null) return []
  return [
    {
      tone: "warn",
      title: `${name} does not sync by itself`,
      detail: scheduleNote,
      href: "/settings/account",
    },
  ]
}

function firstRun({ name, lastSync }: IntegrationView): Attention[] {
  if (lastSync !== null) return []
  const detail = "Sync it now to bring in its devices."
  return [{ tone: "warn", title: `${name} has not synced yet`, detail, href: "/settings/integrations" }]
}
