"use client"
import { useMutation } from "@tanstack/react-query"
import { Trash2 } from "lucide-react"
import { useState } from "react"
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
  const removal = useMutation({
    mutationFn: () => remove({ integrationId: integration.id }),
    onSuccess: async (result) => {
      if (!result.ok) return
      setOpen(false)
      toast(`${integration.name} was deleted`)
      await onRemoved()
    },
  })
  const refusal = removal.data?.ok === false ? removal.data.message : null
  const unreachable = removal.isError ? "Rollcall cannot be reached. Nothing was deleted; try again." : null
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
        error={refusal ?? unreachable}
        onConfirm={() => removal.mutate()}
      >
        <p>Its schedule stops, a sync under way is cancelled, and its stored credentials are erased.</p>
        <p>{syncWords(nounOfProvider(integration.provider)).leaving(integration)}</p>
      </ConfirmDialog>
    </>
  )
}
