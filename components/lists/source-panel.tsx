"use client"
import Link from "next/link"
import { whyNotManage } from "@/components/integrations/allowed"
import type { IntegrationActions } from "@/components/integrations/integration-actions"
import { LastSync } from "@/components/integrations/last-sync"
import { NextSync } from "@/components/integrations/next-sync"
import { ScheduleSwitch } from "@/components/integrations/schedule-switch"
import { LiveRun, useLiveRunAtHand } from "@/components/syncs/live-run"
import { Panel } from "@/components/ui/panel"
import type { Role } from "@/lib/domain/account"
import type { IntegrationView } from "@/lib/domain/integration"
import { isRunning } from "@/lib/domain/is-running"

type Props = {
  integration: IntegrationView
  role: Role
  change: IntegrationActions["changeSyncSettings"]
}

/** Where the list comes from: how its last run went, and when the next comes. */
export default function SourcePanel({ integration, role, change }: Props) {
  useLiveRunAtHand()
  const { lastSync, name } = integration
  return (
    <Panel
      title={name}
      aside={
        <Link
          href={`/syncs?integration=${integration.id}`}
          className="text-ink-soft underline underline-offset-2"
        >
          All runs
        </Link>
      }
    >
      <div className="space-y-3 p-4" aria-live="polite">
        {lastSync !== null && isRunning(lastSync.status) ? (
          <LiveRun run={lastSync} />
        ) : (
          <LastSync run={lastSync} noun="list-item" />
        )}
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <NextSync integration={integration} />
          <ScheduleSwitch integration={integration} change={change} reason={whyNotManage(role)} />
        </div>
      </div>
    </Panel>
  )
}
