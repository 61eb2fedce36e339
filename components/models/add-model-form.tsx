"use client"
import { useState } from "react"
import { choicesOf } from "@/components/address/choices"
import { kindNames } from "@/components/devices/device-wording"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { Notice } from "@/components/ui/notice"
import { Select } from "@/components/ui/select"

export type NewModel = { name: string; kind: string; description: string }

type Props = {
  busy: boolean
  failure: string | null
  errors: Record<string, string[]>
  onSubmit: (model: NewModel) => void
}

const kinds = choicesOf(kindNames)

/** What is known of a model that no system has. */
export function AddModelForm({ busy, failure, errors, onSubmit }: Props) {
  const [model, setModel] = useState<NewModel>({ name: "", kind: "standard", description: "" })
  return (
    <form
      className="space-y-4 p-5"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(model)
      }}
    >
      {failure !== null && <Notice tone="bad" title={failure} />}
      <Field label="Name" help="Exactly as devices name it." errors={errors.name}>
        <Input
          value={model.name}
          maxLength={512}
          spellCheck={false}
          onChange={(event) => setModel({ ...model, name: event.target.value })}
        />
      </Field>
      <Field label="Kind" errors={errors.kind}>
        <Select value={model.kind} choices={kinds} onChange={(kind) => setModel({ ...model, kind })} />
      </Field>
      <Field label="Description" optional errors={errors.description}>
        <Input
          value={model.description}
          maxLength={2048}
          onChange={(event) => setModel({ ...model, description: event.target.value })}
        />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" busy={busy}>
          Add model
        </Button>
      </div>
    </form>
  )
}
