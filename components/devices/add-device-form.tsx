"use client"
import { useState } from "react"
import { choicesOf } from "@/components/address/choices"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { Notice } from "@/components/ui/notice"
import { Select } from "@/components/ui/select"
import { typeNames } from "./device-wording"

export type NewDevice = {
  serialNumber: string
  name: string
  model: string
  type: string
  assignedTo: string
}

type Props = {
  busy: boolean
  failure: string | null
  errors: Record<string, string[]>
  onSubmit: (device: NewDevice) => void
}

const types = choicesOf(typeNames)

/** What is known of a device that no system reports. */
export function AddDeviceForm({ busy, failure, errors, onSubmit }: Props) {
  const [device, setDevice] = useState<NewDevice>(blank)
  const text = (key: keyof NewDevice) => ({
    value: device[key],
    onChange: (event: { target: { value: string } }) => setDevice({ ...device, [key]: event.target.value }),
  })
  return (
    <form
      className="space-y-4 p-5"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(device)
      }}
    >
      {failure !== null && <Notice tone="bad" title={failure} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Serial number" optional errors={errors.serialNumber}>
          <Input {...text("serialNumber")} maxLength={256} spellCheck={false} className="font-mono" />
        </Field>
        <Field label="Name" optional errors={errors.name}>
          <Input {...text("name")} maxLength={512} />
        </Field>
        <Field label="Model" optional errors={errors.model}>
          <Input {...text("model")} maxLength={512} />
        </Field>
        <Field label="Type" errors={errors.type}>
          <Select value={device.type} choices={types} onChange={(type) => setDevice({ ...device, type })} />
        </Field>
        <Field label="Assigned to" optional errors={errors.assignedTo}>
          <Input {...text("assignedTo")} maxLength={512} />
        </Field>
      </div>
      <p className="text-ink-faint text-xs">A serial number or a name is needed.</p>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" busy={busy}>
          Add device
        </Button>
      </div>
    </form>
  )
}

const blank: NewDevice = { serialNumber: "", name: "", model: "", type: "unknown", assignedTo: "" }
