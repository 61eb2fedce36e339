"use client"
import { Pencil } from "lucide-react"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { toast } from "@/components/ui/toast"
import type { WebhookView } from "@/lib/domain/webhook"
import type { WebhookActions } from "./notification-actions"
import { WebhookForm } from "./webhook-form"

type Props = { webhook: WebhookView; update: WebhookActions["update"] }

/** Changes a webhook's name, address and news. */
export function EditWebhook({ webhook: { id, name, url, kinds }, update }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        <Pencil aria-hidden /> Edit
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={`Edit ${name}`}
        lead="What still waits for it goes to the new address."
      >
        <WebhookForm
          initial={{ name, url, kinds }}
          verb="Save"
          save={(change) => update({ id, change })}
          onSaved={(saved) => {
            setOpen(false)
            toast(`${saved.name} was saved`)
          }}
          onCancel={() => setOpen(false)}
        />
      </Dialog>
    </>
  )
}
