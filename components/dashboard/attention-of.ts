import { insecureWords } from "@/components/integrations/insecure-words"
import { isOverdue } from "@/components/integrations/integration-state"
import { nounOfProvider } from "@/components/inventory/noun-of-provider"
import { remedyOf } from "@/components/syncs/remedy-of"
import { leftOverOf } from "@/components/syncs/sync-wording"
import { count } from "@/components/ui/format-number"
import type { IntegrationView } from "@/lib/domain/integration"
import type { RemovalHoldView } from "@/lib/domain/removal-hold"

/** Something a person should look at, with the way there. */
export type Attention = { tone: "bad" | "warn"; title: string; detail: string; href: string }

/** What needs a person now, the most pressing first; empty when all is well. */
export function attentionOf(
  integrations: IntegrationView[],
  openHolds: RemovalHoldView[],
  now: number,
): Attention[] {
  const ofIntegrations = integrations.flatMap((integration) => [
    ...lastRun(integration),
    ...schedule(integration),
    ...overdue(integration, now),
    ...firstRun(integration),
    ...unchecked(integration),
  ])
  return [...openHolds.map(waiting), ...ofIntegrations].sort(
    (one, other) => Number(other.tone === "bad") - Number(one.tone === "bad"),
  )
}

const waiting = (hold: RemovalHoldView): Attention => ({
  tone: "warn",
  title:
    hold.stream === "list"
      ? `A list of ${hold.integrationName} waits for an admin`
      : `${count(hold.records, "removal")} of ${hold.integrationName} ${hold.records === 1 ? "waits" : "wait"} for an admin`,
  detail: hold.reason,
  href: `/holds/${hold.id}`,
})

/** Held removals have an entry of their own for as long as they wait. */
function lastRun({ name, provider, lastSync }: IntegrationView): Attention[] {
  if (lastSync === null) return []
  const href = `/syncs/${lastSync.id}`
  if (lastSync.status === "FAILED") {
    const detail = lastSync.error === null ? "" : `${lastSync.error.message} ${remedyOf(lastSync.error.code)}`
    return [{ tone: "bad", title: `The last sync of ${name} failed`, detail, href }]
  }
  const leftOver =
    lastSync.status === "PARTIAL"
      ? leftOverOf({ ...lastSync.counts, held: 0 }, nounOfProvider(provider))
      : null
  if (leftOver === null) return []
  return [
    { tone: "warn", title: `The last sync of ${name} left something over`, detail: `${leftOver}.`, href },
  ]
}

/** A schedule that was switched off on purpose is no news; one that cannot run is. One that only waits has failed syncs to show. */
function schedule({ name, provider, syncEnabled, scheduleNote, nextSyncAt }: IntegrationView): Attention[] {
  if (scheduleNote === null || !syncEnabled || nextSyncAt !== null) return []
  return [
    {
      tone: "warn",
      title: `${name} does not sync by itself`,
      detail: scheduleNote,
      href: nounOfProvider(provider) === "device" ? "/settings/account" : "/settings/integrations",
    },
  ]
}

function overdue(integration: IntegrationView, now: number): Attention[] {
  if (!isOverdue(integration, now)) return []
  const detail = "No worker has taken it up yet. Whoever runs Rollcall should look at the workers."
  return [
    {
      tone: "warn",
      title: `The sync of ${integration.name} is overdue`,
      detail,
      href: "/settings/integrations",
    },
  ]
}

function firstRun({ name, provider, lastSync }: IntegrationView): Attention[] {
  if (lastSync !== null) return []
  const isList = nounOfProvider(provider) === "list-item"
  const detail = isList
    ? "Publish its list now, or wait for the schedule."
    : "Sync it now to bring in what it has."
  return [{ tone: "warn", title: `${name} has not synced yet`, detail, href: "/settings/integrations" }]
}

/** Its admin chose so; it stays in sight until it is mended. */
function unchecked({ id, name, settings }: IntegrationView): Attention[] {
  if (settings.insecureTls !== true) return []
  return [
    {
      tone: "warn",
      title: `The certificate of ${name} is not checked`,
      detail: insecureWords,
      href: `/settings/integrations/${id}/edit`,
    },
  ]
}
