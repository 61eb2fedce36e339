import type { ActionResult } from "@/lib/domain/action-result"
import type { CircuitDetail, CircuitUpdate } from "@/lib/domain/circuit-view"
import type { PlannersChange } from "@/lib/domain/planner"

/** Changes one circuit. */
export type UpdateCircuit = (input: CircuitUpdate & { id: string }) => Promise<ActionResult<CircuitDetail>>

/** Makes members planners of a circuit, or takes them off it. */
export type ChangePlanners = (
  input: { id: string } & Partial<PlannersChange>,
) => Promise<ActionResult<CircuitDetail>>

/** Asks for the planned units of one circuit. */
export type RequestUnits = (input: {
  id: string
}) => Promise<ActionResult<{ status: "in_progress"; job_id: string | null }>>
