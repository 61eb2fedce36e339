"use client"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import type { CircuitDetail, EditableField } from "@/lib/domain/circuit-view"
import type { UpdateCircuit } from "./circuit-actions"
import { circuitWording, editableNames } from "./circuit-wording"
import { useUpdateCircuit } from "./use-update-circuit"

type Props = { circuit: CircuitDetail; field: EditableField; update: UpdateCircuit; mayEdit: boolean }

/** Tells that people set a field, what WorkStudio says of it, and the way back to that; nothing for other fields. */
export function EditedMark({ circuit, field, update, mayEdit }: Props) {
  const updating = useUpdateCircuit(update)
  if (!circuit.edited.includes(field)) return null
  const source = circuit.source[field] ?? null
  const said = source === null ? "nothing" : circuitWording.valueWords(field, source)
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5 align-middle">
      <Badge tone="warn">Edited</Badge>
      <span className="text-ink-faint text-xs">WorkStudio says {said}</span>
      {mayEdit && (
        <Button
          size="sm"
          variant="ghost"
          busy={updating.isPending}
          aria-label={`Take it again: ${editableNames[field]} from WorkStudio`}
          onClick={() => updating.mutate({ id: circuit.id, takeSource: [field], version: circuit.version })}
        >
          Take it again
        </Button>
      )}
    </span>
  )
}
