"use client"
import { Trash2 } from "lucide-react"
import { useState } from "react"
import { useAction } from "@/components/actions/use-action"
import { nounOfProvider } from "@/components/inventory/noun-of-provider"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { toast } from "@/components/ui/toast"
import type { IntegrationView } from "@/lib/domain/integration"
import type { IntegrationActions } from "./integration-actions"
import { syncWords } from "./sync-words"

type Props = {
  integration: IntegrationView
  remove: IntegrationActions["remove"]
  onRemoved: () => Promise<void>
}

/** Disconnects a system, after saying what that means. */
export function DeleteIntegration({ integration, remove, onRemoved }: Props) {
  const [open, setOpen] = useState(false)
  const removal = useAction({
    act: () => remove({ integrationId: integration.id }),
    onDone: async () => {
      setOpen(false)
      toast(`${integration.name} was deleted`)
      await onRemoved()
    },
    unanswered: "Nothing was deleted; try again.",
  })
  return (
    <>
      <Button variant="ghost" onClick={() => setOpen(true)}>
        <Trash2 aria-hidden /> Delete
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={`Delete ${integration.name}?`}
        verb="Delete integration"
        busy={removal.isPending}
        error={removal.failure}
        onConfirm={() => removal.run()}
      >
        <p>Its schedule stops, a sync under way is cancelled, and its stored credentials are erased.</p>
        <p>{syncWords(nounOfProvider(integration.provider)).leaving(integration)}</p>
      </ConfirmDialog>
    </>
  )
}
