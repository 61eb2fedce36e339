"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useAction } from "@/components/actions/use-action"
import { Switch } from "@/components/ui/switch"
import { toast } from "@/components/ui/toast"
import { Tooltip } from "@/components/ui/tooltip"
import type { IntegrationView } from "@/lib/domain/integration"
import { integrationsQuery } from "@/lib/queries/integrations"
import type { IntegrationActions } from "./integration-actions"

type Props = {
  integration: IntegrationView
  change: IntegrationActions["changeSyncSettings"]
  /** Why it cannot be switched; null when it can. */
  reason: string | null
}

/** Pauses the schedule and takes it up again; what was pressed shows at once. */
export function ScheduleSwitch({ integration, change, reason }: Props) {
  const cache = useQueryClient()
  const save = useAction({
    act: (syncEnabled: boolean) => change({ integrationId: integration.id, settings: { syncEnabled } }),
    onDone: ({ syncEnabled }) => toast(syncEnabled ? "Scheduled sync is on" : "Scheduled sync is off"),
    onAnswer: () => cache.invalidateQueries(integrationsQuery()),
    toldAs: "The schedule stayed as it was",
  })
  const { syncInterval, cron, hasSchedules } = integration
  if (syncInterval === null && cron === null && !hasSchedules) return null
  const shown = save.underWay ?? integration.syncEnabled
  const control = (
    <Switch
      label="Scheduled sync"
      checked={shown}
      onChange={save.run}
      disabled={reason !== null || save.isPending}
    />
  )
  if (reason === null) return control
  return (
    <Tooltip text={reason}>
      <span>{control}</span>
    </Tooltip>
  )
}
