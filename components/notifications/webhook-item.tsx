"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useAction } from "@/components/actions/use-action"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { toast } from "@/components/ui/toast"
import type { ActionResult } from "@/lib/domain/action-result"
import type { WebhookView } from "@/lib/domain/webhook"
import { webhooksQuery } from "@/lib/queries/webhooks"
import { DeleteWebhook } from "./delete-webhook"
import { DeliveryLog } from "./delivery-log"
import { EditWebhook } from "./edit-webhook"
import { LastDelivery } from "./last-delivery"
import { noticeWords } from "./notice-wording"
import type { WebhookActions } from "./notification-actions"
import { RotateSecret } from "./rotate-secret"

type Props = { webhook: WebhookView; actions: WebhookActions }

/** One webhook, and what can be done with it. */
export function WebhookItem({ webhook, actions }: Props) {
  const { id, name, url, kinds, enabled, disabledReason, lastDelivery } = webhook
  const [isLogOpen, setLogOpen] = useState(false)
  const toggle = useDone({
    act: () => actions.update({ id, change: { enabled: !enabled } }),
    done: enabled ? `${name} is disabled` : `${name} is enabled`,
  })
  const test = useDone({ act: () => actions.test({ id }), done: `A test is on its way to ${name}` })
  return (
    <li aria-label={name} className="space-y-2 p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-medium wrap-anywhere">{name}</h3>
        <Badge tone={enabled ? "good" : "quiet"}>{enabled ? "Enabled" : "Disabled"}</Badge>
      </div>
      <p className="font-mono text-ink-soft text-xs wrap-anywhere">{url}</p>
      <p className="text-ink-faint text-xs">{kinds.map((kind) => noticeWords[kind].name).join(" · ")}</p>
      {lastDelivery !== null && <LastDelivery delivery={lastDelivery} />}
      {disabledReason !== null && <p className="text-warn text-xs">Rollcall disabled it. {disabledReason}</p>}
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          busy={test.isPending}
          reason={enabled ? null : "Enable it first"}
          onClick={() => test.run()}
        >
          Send a test
        </Button>
        <Button size="sm" onClick={() => setLogOpen(true)}>
          Delivery log
        </Button>
        <Button size="sm" busy={toggle.isPending} onClick={() => toggle.run()}>
          {enabled ? "Disable" : "Enable"}
        </Button>
        <EditWebhook webhook={webhook} update={actions.update} />
        <RotateSecret webhook={webhook} rotate={actions.rotate} />
        <DeleteWebhook webhook={webhook} remove={actions.remove} />
      </div>
      <Dialog open={isLogOpen} onOpenChange={setLogOpen} title={`Deliveries to ${name}`} wide>
        <DeliveryLog webhook={webhook} redeliver={actions.redeliver} />
      </Dialog>
    </li>
  )
}

/** Does something to a webhook, says so, and reads the list again. */
function useDone({ act, done }: { act: () => Promise<ActionResult<unknown>>; done: string }) {
  const cache = useQueryClient()
  return useAction({
    act,
    onDone: () => toast(done),
    onAnswer: () => cache.invalidateQueries(webhooksQuery()),
    toldAs: "Nothing was done",
  })
}
