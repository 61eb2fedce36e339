import type { ActionResult } from "@/lib/domain/action-result"
import type { CircuitDetail, CircuitUpdate } from "@/lib/domain/circuit-view"

/** Changes one circuit. */
export type UpdateCircuit = (input: CircuitUpdate & { id: string }) => Promise<ActionResult<CircuitDetail>>

/** Asks for the planned units of one circuit. */
export type RequestUnits = (input: {
  id: string
}) => Promise<ActionResult<{ status: "in_progress"; job_id: string | null }>>
