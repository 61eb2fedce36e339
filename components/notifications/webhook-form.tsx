"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useAction } from "@/components/actions/use-action"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { Notice } from "@/components/ui/notice"
import type { ActionResult } from "@/lib/domain/action-result"
import type { WebhookInput } from "@/lib/domain/webhook"
import { webhooksQuery } from "@/lib/queries/webhooks"
import { ChooseKinds } from "./choose-kinds"

type Props<T> = {
  initial: WebhookInput
  verb: string
  save: (input: WebhookInput) => Promise<ActionResult<T>>
  onSaved: (saved: T) => void
  onCancel: () => void
}

/** Asks for a name, an address and the news. */
export function WebhookForm<T>({ initial, verb, save, onSaved, onCancel }: Props<T>) {
  const cache = useQueryClient()
  const [draft, setDraft] = useState(initial)
  const change = (part: Partial<WebhookInput>) => setDraft((before) => ({ ...before, ...part }))
  const saving = useAction({
    act: () => save(draft),
    onDone: (saved) => {
      onSaved(saved)
      return cache.invalidateQueries(webhooksQuery())
    },
    unanswered: "Nothing was saved; try again.",
  })
  return (
    <form
      className="space-y-4 p-5"
      onSubmit={(event) => {
        event.preventDefault()
        saving.run()
      }}
    >
      {saving.failure !== null && <Notice tone="bad" title={saving.failure} />}
      <Field label="Name" errors={saving.errors.name}>
        <Input
          value={draft.name}
          maxLength={100}
          onChange={(event) => change({ name: event.target.value })}
        />
      </Field>
      <Field
        label="Address"
        errors={saving.errors.url}
        help="Public, and starting with https://. Private hosts and http:// only where whoever runs Rollcall has allowed the host."
      >
        <Input value={draft.url} inputMode="url" onChange={(event) => change({ url: event.target.value })} />
      </Field>
      <ChooseKinds
        chosen={draft.kinds}
        errors={saving.errors.kinds}
        onChoose={(kinds) => change({ kinds })}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" busy={saving.isPending}>
          {verb}
        </Button>
      </div>
    </form>
  )
}
