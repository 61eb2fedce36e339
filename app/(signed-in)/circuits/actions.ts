"use server"
import { z } from "zod"
import { runAction } from "@/app/(signed-in)/run-action"
import { circuitUpdate } from "@/lib/domain/circuit-view"
import { plannersChange } from "@/lib/domain/planner"
import { changePlanners } from "@/lib/inventory/circuits/change-planners"
import { requestUnits } from "@/lib/inventory/circuits/units/queue-units"
import { updateCircuit } from "@/lib/inventory/circuits/update-circuit"

const update = circuitUpdate.extend({ id: z.uuid() })

export const updateCircuitAction = async (input: unknown) =>
  runAction({ schema: update, input, act: (actor, { id, ...change }) => updateCircuit(actor, id, change) })

export const changePlannersAction = async (input: unknown) =>
  runAction({
    schema: plannersChange.extend({ id: z.uuid() }),
    input,
    act: (actor, { id, ...change }) => changePlanners(actor, id, change),
  })

export const requestUnitsAction = async (input: unknown) =>
  runAction({ schema: z.object({ id: z.uuid() }), input, act: (actor, { id }) => requestUnits(actor, id) })
