"use client"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { whyNotSync } from "@/components/integrations/allowed"
import type { IntegrationActions } from "@/components/integrations/integration-actions"
import { useSync } from "@/components/integrations/use-sync"
import { Button } from "@/components/ui/button"
import type { Role } from "@/lib/domain/account"
import type { IntegrationView } from "@/lib/domain/integration"
import { isRunning } from "@/lib/domain/is-running"
import { integrationsQuery } from "@/lib/queries/integrations"

type Props = { integration: IntegrationView; role: Role; sync: IntegrationActions["sync"] }

/** Fetches the list now and publishes what changed; whoever looks at the page sees it when it is done (S1-MORE). */
export function PublishNow({ integration, role, sync }: Props) {
  const { lastSync } = useCurrent(integration)
  const starting = useSync(integration.id, sync)
  const isLive = starting.isPending || (lastSync !== null && isRunning(lastSync.status))
  useRefreshAtEnd(isLive)
  return (
    <Button
      variant="primary"
      busy={isLive}
      reason={isLive ? null : whyNotSync(role)}
      onClick={() => starting.run()}
    >
      Publish now
    </Button>
  )
}

/** An integration as it is now, with its last run. */
export function useCurrent(integration: IntegrationView): IntegrationView {
  const { data } = useQuery(integrationsQuery())
  return data?.items.find(({ id }) => id === integration.id) ?? integration
}

/** Once a run has ended, the list and what waits are read again. */
function useRefreshAtEnd(isLive: boolean): void {
  const cache = useQueryClient()
  const wasLive = useRef(isLive)
  useEffect(() => {
    if (wasLive.current && !isLive) {
      void cache.invalidateQueries({ queryKey: ["lists"] })
      void cache.invalidateQueries({ queryKey: ["holds"] })
    }
    wasLive.current = isLive
  }, [cache, isLive])
}
