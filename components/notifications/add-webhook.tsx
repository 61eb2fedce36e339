"use client"
import { useState } from "react"
import { valuesOf } from "@/components/address/known-value"
import type { WebhookMade } from "@/lib/domain/webhook"
import { noticeWords } from "./notice-wording"
import type { WebhookActions } from "./notification-actions"
import { WebhookForm } from "./webhook-form"
import { WebhookSecret } from "./webhook-secret"

type Props = { create: WebhookActions["create"]; onDone: () => void }

/** Asks for a webhook, then shows its secret. */
export function AddWebhook({ create, onDone }: Props) {
  const [made, setMade] = useState<WebhookMade | null>(null)
  if (made !== null)
    return (
      <WebhookSecret secret={made.secret} title={`${made.name} was added`} onDone={onDone}>
        Give the receiver this secret to verify what comes with. It is not shown again.
      </WebhookSecret>
    )
  return (
    <WebhookForm
      initial={{ name: "", url: "", kinds: valuesOf(noticeWords) }}
      verb="Add webhook"
      save={create}
      onSaved={setMade}
      onCancel={onDone}
    />
  )
}
