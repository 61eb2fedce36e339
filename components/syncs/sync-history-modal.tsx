"use client"
import { lazy } from "react"
import { syncWords } from "@/components/integrations/sync-words"
import { nounOfProvider } from "@/components/inventory/noun-of-provider"
import { Dialog } from "@/components/ui/dialog"
import { FetchedPart } from "@/components/ui/fetched-part"
import type { IntegrationView } from "@/lib/domain/integration"
import { HistorySkeleton } from "./history-skeleton"

const SyncHistory = lazy(() => import("./sync-history"))

type Props = {
  integration: Pick<IntegrationView, "id" | "name" | "provider">
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Every run of one integration, newest first (S4-HISTORY). */
export function SyncHistoryModal({ integration, open, onOpenChange }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={`Sync history of ${integration.name}`} wide>
      <FetchedPart name="The history" fallback={<HistorySkeleton />}>
        <SyncHistory
          integrationId={integration.id}
          verb={syncWords(nounOfProvider(integration.provider)).verb}
        />
      </FetchedPart>
    </Dialog>
  )
}
