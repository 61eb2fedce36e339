"use client"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useRouter } from "next/navigation"
import { useEffect, useRef } from "react"
import { heldOf } from "@/components/holds/held-of"
import { useOpenHolds } from "@/components/holds/open-holds"
import { byUrgency, stateOf } from "@/components/integrations/integration-state"
import { ProviderMark } from "@/components/integrations/provider-mark"
import { outcomeOf } from "@/components/syncs/sync-wording"
import { Badge } from "@/components/ui/badge"
import { useClock } from "@/components/ui/clock"
import { LinkButton } from "@/components/ui/link-button"
import { Panel } from "@/components/ui/panel"
import { RelativeTime } from "@/components/ui/relative-time"
import type { IntegrationView } from "@/lib/domain/integration"
import type { SyncLogView } from "@/lib/domain/sync-log"
import { integrationsQuery } from "@/lib/queries/integrations"
import { RunStrip } from "./run-strip"

type Props = {
  initial: IntegrationView[]
  /** The last runs of each integration by its id, newest first. */
  runs: Record<string, SyncLogView[]>
}

/** Each integration with its state and its last runs. */
export function IntegrationStrips({ initial, runs }: Props) {
  const { data } = useQuery({ ...integrationsQuery(), initialData: { items: initial, nextCursor: null } })
  useRefreshOnNews(data.items)
  const { now } = useClock()
  const { items: holds } = useOpenHolds()
  const shown = data.items
    .map((integration) => ({ integration, state: stateOf(integration, heldOf(holds, integration.id), now) }))
    .sort((one, other) => byUrgency(one.state, other.state))
  return (
    <Panel
      title="Integrations"
      aside={
        <LinkButton href="/settings/integrations" size="sm">
          See all
        </LinkButton>
      }
    >
      {shown.length === 0 && (
        <p className="px-4 py-3 text-ink-soft">No system is connected. The devices are kept by hand.</p>
      )}
      <ul className="divide-y divide-line">
        {shown.map(({ integration, state }) => (
          <li key={integration.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <ProviderMark provider={integration.provider} className="size-8" />
            <div className="min-w-0 flex-1 basis-28">
              <p className="truncate font-medium">{integration.name}</p>
              <LastRun run={integration.lastSync} />
            </div>
            <span className="flex justify-end sm:order-last sm:min-w-36">
              <Badge tone={state.tone}>{state.label}</Badge>
            </span>
            <RunStrip runs={runs[integration.id] ?? []} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function LastRun({ run }: { run: SyncLogView | null }) {
  if (run === null) return <p className="text-ink-faint">never synced</p>
  return (
    <p className="text-ink-soft sm:truncate">
      <Link href={`/syncs/${run.id}`} className="underline decoration-line-strong underline-offset-2">
        {outcomeOf(run)}
      </Link>{" "}
      <RelativeTime at={run.completedAt ?? run.createdAt} />
    </p>
  )
}

/** The page's figures come from the server; when a run begins or ends they are asked for again. */
function useRefreshOnNews(integrations: IntegrationView[]): void {
  const router = useRouter()
  const news = integrations.map(({ lastSync }) => `${lastSync?.id} ${lastSync?.status}`).join()
  const last = useRef(news)
  useEffect(() => {
    if (last.current !== news) router.refresh()
    last.current = news
  }, [news, router])
}
