"use client"
import { Select } from "@/components/ui/select"
import { type CircuitView, workflowStage } from "@/lib/domain/circuit-view"
import type { UpdateCircuit } from "./circuit-actions"
import { stageNames, titleOf } from "./circuit-wording"
import { useUpdateCircuit } from "./use-update-circuit"

const choices = workflowStage.options.map((value) => ({ value, label: stageNames[value] }))

type Props = { circuit: CircuitView; update: UpdateCircuit; mayEdit: boolean }

/** The stage that people have a circuit in; a change shows at once. */
export function StageSelect({ circuit, update, mayEdit }: Props) {
  const updating = useUpdateCircuit(update)
  if (!mayEdit) return stageNames[circuit.workflowStage]
  return (
    <Select
      label={`Workflow stage of ${titleOf(circuit)}`}
      className="w-44"
      value={circuit.workflowStage}
      choices={choices}
      onChange={(stage) => updating.mutate({ id: circuit.id, workflowStage: workflowStage.parse(stage) })}
    />
  )
}
