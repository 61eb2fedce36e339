"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { toast } from "@/components/ui/toast"
import type { SyncSettings } from "@/lib/domain/integration"
import { integrationsQuery } from "@/lib/queries/integrations"
import type { IntegrationActions } from "./integration-actions"

/** Saves some of an integration's sync settings and says `done`; what was not saved and why is given back as `failure`. */
export function useSaveSettings(
  integrationId: string,
  change: IntegrationActions["changeSyncSettings"],
  done: string,
) {
  const cache = useQueryClient()
  const saving = useMutation({
    mutationFn: (settings: SyncSettings) => change({ integrationId, settings }),
    onSuccess: async (result) => {
      if (result.ok) toast(done)
      await cache.invalidateQueries(integrationsQuery())
    },
  })
  const refused = saving.data?.ok === false ? saving.data.message : null
  return {
    save: (settings: SyncSettings) => saving.mutate(settings),
    isPending: saving.isPending,
    failure: saving.isError ? "Rollcall cannot be reached. Nothing was saved; try again." : refused,
  }
}
