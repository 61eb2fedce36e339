"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useAction } from "@/components/actions/use-action"
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
  return useAction({
    act: (settings: SyncSettings) => change({ integrationId, settings }),
    onDone: () => toast(done),
    onAnswer: () => cache.invalidateQueries(integrationsQuery()),
    unanswered: "Nothing was saved; try again.",
  })
}
