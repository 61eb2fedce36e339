"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { toastFailure } from "@/components/ui/toast"
import { integrationsQuery } from "@/lib/queries/integrations"
import type { IntegrationActions } from "./integration-actions"

/** Starts a sync; stays pending until the run that it started is in sight. */
export function useSync(integrationId: string, sync: IntegrationActions["sync"]) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: () => sync({ integrationId }),
    onSuccess: async (result) => {
      if (!result.ok) toastFailure("The sync did not start", result.message)
      // A first answer that is on its way is older than this run, and an invalidation would wait for it
      await cache.cancelQueries(integrationsQuery())
      await cache.invalidateQueries(integrationsQuery())
      await cache.invalidateQueries({ queryKey: ["sync-history", integrationId] })
    },
    onError: () =>
      toastFailure(
        "The sync did not start",
        "Rollcall cannot be reached. Check the connection, then try again.",
      ),
  })
}
