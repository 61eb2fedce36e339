import type { PoolClient } from "pg"
import { authorize } from "@/lib/auth/authorize"
import { inTransaction } from "@/lib/db/in-transaction"
import type { Actor } from "@/lib/domain/account"
import type { CircuitDetail, CircuitUpdate, WorkflowStage } from "@/lib/domain/circuit-view"
import type { Json } from "@/lib/domain/json"
import { RequestError } from "@/lib/domain/problem"
import { addRegion, insertChange, insertEvent, lockCircuit, updateManual, updateUiState } from "./edit/store"
import { getCircuit } from "./get-circuit"
import { wantUnits } from "./units/queue/store"
import { queueWantedUnits } from "./units/queue-units"

type UiState = {
  workflowStage: WorkflowStage
  stagePosition: number
  isHidden: boolean
  isPinned: boolean
  notes: string | null
}
type Known = UiState & {
  integrationId: string
  fields: Record<string, Json>
  manual: Record<string, Json>
  version: number
}
type Changes = Record<string, [Json, Json]>

/**
 * Changes what people keep of a circuit: its workflow, notes, and values that win over the source's; members and admins. A
 * stage that changes is told as CircuitWorkflowChanged and, when it comes to wait for permissions, asks for the planned units.
 * Throws 403, 404, and 409 when somebody else changed it since the version that is given.
 */
export async function updateCircuit(actor: Actor, id: string, update: CircuitUpdate): Promise<CircuitDetail> {
  authorize(actor, "MEMBER")
  await inTransaction(async (client) => {
    const { rows } = await client.query<Known>(lockCircuit, [actor.accountId, id])
    const [known] = rows
    if (known === undefined) throw new RequestError(404, "There is no circuit with this id in your account.")
    if (update.version !== undefined && update.version !== known.version)
      throw new RequestError(
        409,
        "Somebody else changed this circuit since you saw it. Look at it as it is now, and change it again.",
      )
    await write({ client, actor, id, known, update })
  })
  return getCircuit(actor, id)
}

type Writing = { client: PoolClient; actor: Actor; id: string; known: Known; update: CircuitUpdate }

async function write({ client, actor, id, known, update }: Writing): Promise<void> {
  const { integrationId } = known
  const next = nextState(known, update)
  const manual = nextManual(known, update)
  const changes = {
    ...changesBetween(stateOf(known), next),
    ...changesBetween(shown(known, known.manual), shown(known, manual)),
  }
  const isMarked = Object.keys(manual).join() !== Object.keys(known.manual).join()
  if (Object.keys(changes).length === 0 && !isMarked) return
  const { workflowStage, stagePosition, isHidden, isPinned, notes } = next
  const values = [id, workflowStage, stagePosition, isHidden, isPinned, notes, actor.userId]
  await client.query(updateUiState, values)
  if (update.fields !== undefined || update.takeSource !== undefined)
    await client.query(updateManual, [id, manual])
  if (typeof update.fields?.region === "string")
    await client.query(addRegion, [actor.accountId, update.fields.region])
  await client.query(insertChange, [actor.accountId, id, integrationId, actor.userId, changes])
  const tell = (kind: string, data: object) =>
    client.query(insertEvent, [
      actor.accountId,
      kind,
      id,
      integrationId,
      { circuitId: id, by: actor.userName, ...data },
    ])
  await tell("circuit.updated", { fields: Object.keys(changes) })
  if (workflowStage === known.workflowStage) return
  await tell("circuit.workflow_changed", { from: known.workflowStage, to: workflowStage })
  if (workflowStage !== "pending_permissions") return
  await client.query(wantUnits, [id])
  await queueWantedUnits(client, { trigger: "workflow_event", triggeredById: actor.userId }, integrationId)
}

const stateOf = ({ workflowStage, stagePosition, isHidden, isPinned, notes }: UiState): UiState => ({
  workflowStage,
  stagePosition,
  isHidden,
  isPinned,
  notes,
})

const nextState = (known: Known, update: CircuitUpdate): UiState => ({
  workflowStage: update.workflowStage ?? known.workflowStage,
  stagePosition: update.stagePosition ?? known.stagePosition,
  isHidden: update.isHidden ?? known.isHidden,
  isPinned: update.isPinned ?? known.isPinned,
  notes: update.notes === undefined ? known.notes : update.notes || null,
})

/** The values that people set, with new ones, and without those that give way to the source. */
function nextManual(
  { manual }: Known,
  { fields = {}, takeSource = [] }: CircuitUpdate,
): Record<string, Json> {
  const next: Record<string, Json> = { ...manual }
  for (const [field, value] of Object.entries(fields)) if (value !== undefined) next[field] = value
  for (const field of takeSource) delete next[field]
  return next
}

const shown = ({ fields }: Known, manual: Record<string, Json>): Record<string, Json> => ({
  ...fields,
  ...manual,
})

function changesBetween(before: Record<string, Json>, after: Record<string, Json>): Changes {
  return Object.fromEntries(
    Object.keys({ ...before, ...after }).flatMap((key): [string, [Json, Json]][] => {
      const pair: [Json, Json] = [before[key] ?? null, after[key] ?? null]
      return JSON.stringify(pair[0]) === JSON.stringify(pair[1]) ? [] : [[key, pair]]
    }),
  )
}
