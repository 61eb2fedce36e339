"use client"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { Textarea } from "@/components/ui/textarea"
import type { CircuitDetail, CircuitUpdate, EditableField } from "@/lib/domain/circuit-view"
import type { UpdateCircuit } from "./circuit-actions"
import { editableNames } from "./circuit-wording"
import { useUpdateCircuit } from "./use-update-circuit"

type Props = { circuit: CircuitDetail; update: UpdateCircuit }

const texts = ["title", "region", "contractor", "cycleType", "startDate"] as const
const numbers = ["totalMiles", "milesPlanned", "percentComplete", "totalAcres"] as const

/** Sets values in place of WorkStudio's, notes, and whether the circuit is pinned or hidden. */
export function EditCircuit({ circuit, update }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const updating = useUpdateCircuit(update)
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Edit</Button>
      <Button
        variant="ghost"
        onClick={() => updating.mutate({ id: circuit.id, isPinned: !circuit.isPinned })}
        aria-pressed={circuit.isPinned}
      >
        {circuit.isPinned ? "Unpin" : "Pin"}
      </Button>
      <Button
        variant="ghost"
        onClick={() => updating.mutate({ id: circuit.id, isHidden: !circuit.isHidden })}
        aria-pressed={circuit.isHidden}
      >
        {circuit.isHidden ? "Show again" : "Hide"}
      </Button>
      {isOpen && <EditDialog circuit={circuit} update={update} onClose={() => setIsOpen(false)} />}
    </>
  )
}

function EditDialog({ circuit, update, onClose }: Props & { onClose: () => void }) {
  const [typed, setTyped] = useState<Partial<Record<EditableField, string>>>({})
  const [notes, setNotes] = useState(circuit.notes ?? "")
  // As it was when it was opened: what others change meanwhile must not pass for seen
  const [version] = useState(circuit.version)
  const updating = useUpdateCircuit(update)
  const save = () =>
    updating.mutate({ id: circuit.id, version, notes, fields: fieldsOf(typed) }, { onSuccess: onClose })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Edit circuit"
      lead="What you set here wins over WorkStudio until you take its value again."
    >
      <form
        className="grid gap-4 p-5 sm:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {[...texts, ...numbers].map((field) => (
          <div key={field} className={field === "title" ? "sm:col-span-2" : ""}>
            <Field label={editableNames[field]} errors={updating.errors[`fields.${field}`]}>
              <Input
                type={field === "startDate" ? "date" : "text"}
                inputMode={numbers.some((one) => one === field) ? "decimal" : "text"}
                value={typed[field] ?? String(circuit[field] ?? "")}
                onChange={(event) => setTyped((before) => ({ ...before, [field]: event.target.value }))}
              />
            </Field>
          </div>
        ))}
        <div className="sm:col-span-2">
          <Field label="Notes" optional errors={updating.errors.notes}>
            <Textarea rows={4} value={notes} onChange={(event) => setNotes(event.target.value)} />
          </Field>
        </div>
        <div className="flex justify-end gap-2 sm:col-span-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={updating.isPending}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Only what was typed over; empty means nothing. What is no number goes as it is, for the server to say so. */
function fieldsOf(typed: Partial<Record<EditableField, string>>): NonNullable<CircuitUpdate["fields"]> {
  const of = (field: EditableField) => typed[field]?.trim() || null
  const fields: NonNullable<CircuitUpdate["fields"]> = {}
  for (const field of texts) if (typed[field] !== undefined) fields[field] = of(field)
  for (const field of numbers)
    if (typed[field] !== undefined) fields[field] = of(field) === null ? null : Number(of(field))
  return fields
}
