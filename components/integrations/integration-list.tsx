"use client"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { Plug } from "lucide-react"
import { useEffect, useRef } from "react"
import { EmptyState } from "@/components/ui/empty-state"
import { LinkButton } from "@/components/ui/link-button"
import { Notice } from "@/components/ui/notice"
import { Panel } from "@/components/ui/panel"
import type { Role } from "@/lib/domain/account"
import type { IntegrationView } from "@/lib/domain/integration"
import { integrationsQuery } from "@/lib/queries/integrations"
import type { IntegrationActions } from "./integration-actions"
import { IntegrationCard } from "./integration-card"

type Props = { initial: IntegrationView[]; role: Role; actions: IntegrationActions }

/** Every connected system as a card, kept current. */
export function IntegrationList({ initial, role, actions }: Props) {
  const { data, error } = useQuery({
    ...integrationsQuery(),
    initialData: { items: initial, nextCursor: null },
  })
  useHoldsOnNews(data.items)
  return (
    <div className="space-y-4">
      {error !== null && (
        <Notice tone="warn" title="This page may be out of date">
          {error.message}
        </Notice>
      )}
      {data.items.length === 0 && <NothingConnected role={role} />}
      {data.items.map((integration) => (
        <IntegrationCard key={integration.id} integration={integration} role={role} actions={actions} />
      ))}
    </div>
  )
}

function NothingConnected({ role }: { role: Role }) {
  const connect = (
    <LinkButton href="/settings/integrations/new" variant="primary">
      <Plug aria-hidden /> Connect a system
    </LinkButton>
  )
  return (
    <Panel>
      <EmptyState title="No system is connected yet" actions={role === "ADMIN" && connect}>
        {role === "ADMIN"
          ? "Connect the system that manages your devices. Rollcall checks the connection before it stores anything."
          : "An admin of your account can connect the system that manages your devices."}
      </EmptyState>
    </Panel>
  )
}

/** A run that began or ended may have held removals or let some go: those that wait are asked for again. */
function useHoldsOnNews(integrations: IntegrationView[]): void {
  const cache = useQueryClient()
  const news = integrations.map(({ lastSync }) => `${lastSync?.id} ${lastSync?.status}`).join()
  const last = useRef(news)
  useEffect(() => {
    if (last.current !== news) void cache.invalidateQueries({ queryKey: ["holds"] })
    last.current = news
  }, [news, cache])
}
