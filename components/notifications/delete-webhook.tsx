"use client"
import { useQueryClient } from "@tanstack/react-query"
import { Trash2 } from "lucide-react"
import { useState } from "react"
import { useAction } from "@/components/actions/use-action"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { toast } from "@/components/ui/toast"
import type { WebhookView } from "@/lib/domain/webhook"
import { webhooksQuery } from "@/lib/queries/webhooks"
import type { WebhookActions } from "./notification-actions"

type Props = { webhook: WebhookView; remove: WebhookActions["remove"] }

/** Deletes a webhook, after saying what goes with it. */
export function DeleteWebhook({ webhook: { id, name }, remove }: Props) {
  const cache = useQueryClient()
  const [open, setOpen] = useState(false)
  const removal = useAction({
    act: () => remove({ id }),
    onDone: async () => {
      setOpen(false)
      toast(`${name} was deleted`)
      await cache.invalidateQueries(webhooksQuery())
    },
    unanswered: "Nothing was deleted; try again.",
  })
  return (
    <>
      <Button size="sm" variant="ghost" onClick={() => setOpen(true)}>
        <Trash2 aria-hidden /> Delete
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={`Delete ${name}?`}
        verb="Delete webhook"
        busy={removal.isPending}
        error={removal.failure}
        onConfirm={() => removal.run()}
      >
        <p>Nothing is posted there any more. Its delivery log and what still waits for it are gone too.</p>
      </ConfirmDialog>
    </>
  )
}
