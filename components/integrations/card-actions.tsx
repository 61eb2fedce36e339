"use client"
import { useQueryClient } from "@tanstack/react-query"
import { Eye, History, Pencil } from "lucide-react"
import { useState } from "react"
import { nounOfProvider } from "@/components/inventory/noun-of-provider"
import { SyncHistoryModal } from "@/components/syncs/sync-history-modal"
import { useStartRun } from "@/components/syncs/use-start-run"
import { Button } from "@/components/ui/button"
import { LinkButton } from "@/components/ui/link-button"
import type { Role } from "@/lib/domain/account"
import type { IntegrationView } from "@/lib/domain/integration"
import { integrationsQuery } from "@/lib/queries/integrations"
import { whyNotManage, whyNotSync } from "./allowed"
import { DeleteIntegration } from "./delete-integration"
import type { IntegrationActions } from "./integration-actions"
import { syncWords } from "./sync-words"

type Props = {
  integration: IntegrationView
  role: Role
  actions: IntegrationActions
  /** A run of it waits or is under way. */
  isLive: boolean
  onSync: () => void
}

/** What can be done with one connected system. */
export function CardActions({ integration, role, actions, isLive, onSync }: Props) {
  const cache = useQueryClient()
  const [showsHistory, setShowsHistory] = useState(false)
  const preview = useStartRun(
    () => actions.preview({ integrationId: integration.id }),
    "The preview did not start",
  )
  return (
    <footer className="flex flex-wrap items-center gap-2 border-line border-t px-4 py-2.5">
      <Button variant="primary" busy={isLive} reason={isLive ? null : whyNotSync(role)} onClick={onSync}>
        {syncWords(nounOfProvider(integration.provider)).verb}
      </Button>
      <Button
        busy={preview.isPending}
        reason={isLive ? "A run is in progress." : whyNotSync(role)}
        onClick={() => preview.start()}
      >
        <Eye aria-hidden /> Preview
      </Button>
      <Button onClick={() => setShowsHistory(true)}>
        <History aria-hidden /> View History
      </Button>
      {whyNotManage(role) === null && (
        <>
          <LinkButton href={`/settings/integrations/${integration.id}/edit`}>
            <Pencil aria-hidden /> Edit
          </LinkButton>
          <DeleteIntegration
            integration={integration}
            remove={actions.remove}
            onRemoved={() => cache.invalidateQueries(integrationsQuery())}
          />
        </>
      )}
      <SyncHistoryModal integration={integration} open={showsHistory} onOpenChange={setShowsHistory} />
    </footer>
  )
}
