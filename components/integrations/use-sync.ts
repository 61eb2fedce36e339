"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useAction } from "@/components/actions/use-action"
import { integrationsQuery } from "@/lib/queries/integrations"
import type { IntegrationActions } from "./integration-actions"

/** Starts a sync; stays pending until the run that it started is in sight. */
export function useSync(integrationId: string, sync: IntegrationActions["sync"]) {
  const cache = useQueryClient()
  return useAction({
    act: () => sync({ integrationId }),
    onAnswer: async () => {
      // A first answer that is on its way is older than this run, and an invalidation would wait for it
      await cache.cancelQueries(integrationsQuery())
      await cache.invalidateQueries(integrationsQuery())
      await cache.invalidateQueries({ queryKey: ["sync-history", integrationId] })
    },
    toldAs: "The sync did not start",
    unanswered: "Check the connection, then try again.",
  })
}
