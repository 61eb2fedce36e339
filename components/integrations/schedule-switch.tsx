"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { Switch } from "@/components/ui/switch"
import { toast, toastFailure } from "@/components/ui/toast"
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
  const save = useMutation({
    mutationFn: (syncEnabled: boolean) =>
      change({ integrationId: integration.id, settings: { syncEnabled } }),
    onSuccess: async (result) => {
      if (result.ok) toast(result.value.syncEnabled ? "Scheduled sync is on" : "Scheduled sync is off")
      else toastFailure("The schedule stayed as it was", result.message)
      await cache.invalidateQueries(integrationsQuery())
    },
    onError: () => toastFailure("The schedule stayed as it was", "Rollcall cannot be reached. Try again."),
  })
  const { syncInterval, cron, hasSchedules } = integration
  if (syncInterval === null && cron === null && !hasSchedules) return null
  const shown = save.isPending ? save.variables : integration.syncEnabled
  const control = (
    <Switch
      label="Scheduled sync"
      checked={shown}
      onChange={(checked) => save.mutate(checked)}
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
