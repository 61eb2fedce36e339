"use client"
import { heldOf } from "@/components/holds/held-of"
import { useOpenHolds } from "@/components/holds/open-holds"
import { nounOfProvider } from "@/components/inventory/noun-of-provider"
import { LiveRun, useLiveRunAtHand } from "@/components/syncs/live-run"
import { Badge } from "@/components/ui/badge"
import { useClock } from "@/components/ui/clock"
import { Notice } from "@/components/ui/notice"
import { Panel } from "@/components/ui/panel"
import type { Role } from "@/lib/domain/account"
import type { IntegrationView } from "@/lib/domain/integration"
import { isRunning } from "@/lib/domain/is-running"
import { whyNotManage } from "./allowed"
import { CardActions } from "./card-actions"
import { HeldNotice } from "./held-notice"
import { insecureWords } from "./insecure-words"
import type { IntegrationActions } from "./integration-actions"
import { stateOf } from "./integration-state"
import { LastSync } from "./last-sync"
import { NextSync } from "./next-sync"
import { ProviderMark } from "./provider-mark"
import { providerMarks } from "./provider-marks"
import { ScheduleSwitch } from "./schedule-switch"
import { holdingWords } from "./sync-words"
import { useSync } from "./use-sync"

type Props = { integration: IntegrationView; role: Role; actions: IntegrationActions }

/** One connected system: how it is, when it last synced and syncs next, and what can be done with it (S4-CARD). */
export function IntegrationCard({ integration, role, actions }: Props) {
  useLiveRunAtHand()
  const sync = useSync(integration.id, actions.sync)
  const held = heldOf(useOpenHolds().items, integration.id)
  const noun = nounOfProvider(integration.provider)
  const run = integration.lastSync
  const { now } = useClock()
  const isLive = sync.isPending || (run !== null && isRunning(run.status))
  const state = sync.isPending && !isLiveRun(run) ? starting : stateOf(integration, held, now)
  return (
    <Panel label={integration.name}>
      <header className="flex flex-wrap items-start gap-3 px-4 pt-4">
        <ProviderMark provider={integration.provider} />
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold text-base leading-tight wrap-anywhere">{integration.name}</h2>
          <p className="text-ink-soft">
            {providerMarks[integration.provider].name} · {holdingWords(integration)}
          </p>
        </div>
        <Badge tone={state.tone}>{state.label}</Badge>
      </header>
      <div className="space-y-3 px-4 py-4" aria-live="polite">
        {isLive ? <LiveRun run={isLiveRun(run) ? run : null} /> : <LastSync run={run} noun={noun} />}
        {integration.settings.insecureTls === true && (
          <Notice tone="warn" title="The server's certificate is not checked">
            {insecureWords}
          </Notice>
        )}
        {held > 0 && <HeldNotice held={held} noun={noun} />}
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <NextSync integration={integration} />
          <ScheduleSwitch
            integration={integration}
            change={actions.changeSyncSettings}
            reason={whyNotManage(role)}
          />
        </div>
      </div>
      <CardActions
        integration={integration}
        role={role}
        actions={actions}
        isLive={isLive}
        onSync={() => sync.run()}
      />
    </Panel>
  )
}

const starting = { tone: "live", label: "Sync in progress" } as const

const isLiveRun = (run: IntegrationView["lastSync"]) => run !== null && isRunning(run.status)
