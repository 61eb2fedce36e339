"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { valuesOf } from "@/components/address/known-value"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { Notice } from "@/components/ui/notice"
import type { NoticeKind } from "@/lib/domain/notification-rules"
import { webhooksQuery } from "@/lib/queries/webhooks"
import { ChooseKinds } from "./choose-kinds"
import { noticeWords } from "./notice-wording"
import type { WebhookActions } from "./notification-actions"
import { WebhookSecret } from "./webhook-secret"

type Props = { create: WebhookActions["create"]; onDone: () => void }

/** Asks for a name, an address and the news, then shows the secret. */
export function AddWebhook({ create, onDone }: Props) {
  const cache = useQueryClient()
  const [name, setName] = useState("")
  const [url, setUrl] = useState("")
  const [kinds, setKinds] = useState<NoticeKind[]>(valuesOf(noticeWords))
  const save = useMutation({
    mutationFn: () => create({ name, url, kinds }),
    onSuccess: () => cache.invalidateQueries(webhooksQuery()),
  })
  if (save.data?.ok === true) return <WebhookSecret webhook={save.data.value} onDone={onDone} />
  const refused = save.data
  const failure = save.isError
    ? "Rollcall cannot be reached. Nothing was saved; try again."
    : refused?.message
  return (
    <form
      className="space-y-4 p-5"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {failure !== undefined && <Notice tone="bad" title={failure} />}
      <Field label="Name" errors={refused?.errors.name}>
        <Input value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field
        label="Address"
        errors={refused?.errors.url}
        help="Starts with https://. Addresses inside a private network must be allowed by whoever runs Rollcall."
      >
        <Input value={url} inputMode="url" onChange={(event) => setUrl(event.target.value)} />
      </Field>
      <ChooseKinds chosen={kinds} errors={refused?.errors.kinds} onChoose={setKinds} />
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="primary" busy={save.isPending}>
          Add webhook
        </Button>
      </div>
    </form>
  )
}
