"use client"
import { useQuery } from "@tanstack/react-query"
import { Plus } from "lucide-react"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { EmptyState } from "@/components/ui/empty-state"
import { Panel } from "@/components/ui/panel"
import type { Listing } from "@/lib/domain/listing"
import type { WebhookView } from "@/lib/domain/webhook"
import { webhooksQuery } from "@/lib/queries/webhooks"
import { AddWebhook } from "./add-webhook"
import type { WebhookActions } from "./notification-actions"
import { WebhookItem } from "./webhook-item"

type Props = { initial: Listing<WebhookView>; actions: WebhookActions }

/** Where news are posted to. */
export function WebhooksPanel({ initial, actions }: Props) {
  const [isAdding, setAdding] = useState(false)
  const { data } = useQuery({ ...webhooksQuery(), initialData: initial })
  const add = (
    <Button size="sm" onClick={() => setAdding(true)}>
      <Plus aria-hidden /> Add a webhook
    </Button>
  )
  return (
    <Panel title="Webhooks" aside={data.items.length > 0 && add}>
      {data.items.length === 0 ? (
        <EmptyState title="No webhooks yet" actions={add}>
          Rollcall posts the notifications you choose to an address of yours, signed after the Standard
          Webhooks specification.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {data.items.map((webhook) => (
            <WebhookItem key={webhook.id} webhook={webhook} actions={actions} />
          ))}
        </ul>
      )}
      <Dialog
        open={isAdding}
        onOpenChange={setAdding}
        title="Add a webhook"
        lead="Notifications are posted as JSON; what is not answered with a 2xx is tried again for more than a day."
      >
        <AddWebhook create={actions.create} onDone={() => setAdding(false)} />
      </Dialog>
    </Panel>
  )
}
