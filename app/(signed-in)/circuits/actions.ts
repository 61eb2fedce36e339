"use server"
import { z } from "zod"
import { runAction } from "@/app/(signed-in)/run-action"
import { circuitUpdate } from "@/lib/domain/circuit-view"
import { requestUnits } from "@/lib/inventory/circuits/units/queue-units"
import { updateCircuit } from "@/lib/inventory/circuits/update-circuit"

const update = circuitUpdate.extend({ id: z.uuid() })

export const updateCircuitAction = async (input: unknown) =>
  runAction({ schema: update, input, act: (actor, { id, ...change }) => updateCircuit(actor, id, change) })

export const requestUnitsAction = async (input: unknown) =>
  runAction({ schema: z.object({ id: z.uuid() }), input, act: (actor, { id }) => requestUnits(actor, id) })
