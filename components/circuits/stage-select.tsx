"use client"
import { choicesOf } from "@/components/address/choices"
import { Select } from "@/components/ui/select"
import type { CircuitView } from "@/lib/domain/circuit-view"
import type { UpdateCircuit } from "./circuit-actions"
import { stageNames, titleOf } from "./circuit-wording"
import { useUpdateCircuit } from "./use-update-circuit"

const choices = choicesOf(stageNames)

type Props = { circuit: CircuitView; update: UpdateCircuit; mayEdit: boolean; className?: string }

/** The stage that people have a circuit in; a change shows at once. */
export function StageSelect({ circuit, update, mayEdit, className = "w-52 max-sm:w-full" }: Props) {
  const updating = useUpdateCircuit(update)
  if (!mayEdit) return stageNames[circuit.workflowStage]
  return (
    <Select
      label={`Workflow stage of ${titleOf(circuit)}`}
      className={className}
      value={circuit.workflowStage}
      choices={choices}
      onChange={(workflowStage) => updating.mutate({ id: circuit.id, workflowStage })}
    />
  )
}
