import type { Metadata } from "next"
import { AttentionList } from "@/components/dashboard/attention-list"
import { attentionOf } from "@/components/dashboard/attention-of"
import { Breakdown } from "@/components/dashboard/breakdown"
import { ChangesByDay } from "@/components/dashboard/changes-by-day"
import { Figures } from "@/components/dashboard/figures"
import { FirstRun } from "@/components/dashboard/first-run"
import { figuresOf, partsByConnection, partsByKind, partsBySource } from "@/components/dashboard/fleet-parts"
import { IntegrationStrips } from "@/components/dashboard/integration-strips"
import { PageHeading } from "@/components/ui/page-heading"
import type { Actor } from "@/lib/domain/account"
import type { IntegrationView } from "@/lib/domain/integration"
import { listIntegrations } from "@/lib/integrations/list-integrations"
import { listDailyChanges } from "@/lib/inventory/fleet/daily-changes"
import { summariseFleet } from "@/lib/inventory/fleet/summarise-fleet"
import { listHolds } from "@/lib/inventory/holds/list-holds"
import { catalog } from "@/lib/providers/catalog"
import { listSyncHistory } from "@/lib/sync-logs/list-sync-history"
import { signedInActor } from "./signed-in-actor"

const daysShown = 14
const runsShown = 30

export const metadata: Metadata = { title: "Dashboard" }

export default async function DashboardPage() {
  const actor = await signedInActor()
  const [integrations, fleet, holds, days] = await Promise.all([
    listIntegrations(actor, catalog),
    summariseFleet(actor),
    listHolds(actor, { status: "open", limit: 50 }),
    listDailyChanges(actor, daysShown, new Date()),
  ])
  if (integrations.length === 0 && fleet.devices === 0) {
    return (
      <>
        <PageHeading title="Dashboard" />
        <FirstRun role={actor.role} />
      </>
    )
  }
  return (
    <>
      <PageHeading title="Dashboard" lead="The fleet, and how well it is kept in step." />
      <div className="space-y-4">
        <AttentionList items={attentionOf(integrations, holds.items, Date.now())} />
        <Figures figures={figuresOf(fleet, days.slice(-7))} />
        <IntegrationStrips initial={integrations} runs={await lastRuns(actor, integrations)} />
        <div className="grid gap-4 lg:grid-cols-3">
          <Breakdown {...partsByKind(fleet)} empty="No devices yet." />
          <Breakdown title="By source" parts={partsBySource(fleet, integrations)} empty="No devices yet." />
          <Breakdown title="By last known state" parts={partsByConnection(fleet)} empty="No devices yet." />
        </div>
        <ChangesByDay days={days} />
      </div>
    </>
  )
}

async function lastRuns(actor: Actor, integrations: IntegrationView[]) {
  const histories = await Promise.all(
    integrations.map(
      async ({ id }) => [id, (await listSyncHistory(actor, id, { limit: runsShown })).items] as const,
    ),
  )
  return Object.fromEntries(histories)
}
