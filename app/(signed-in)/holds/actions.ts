"use server"
import { z } from "zod"
import { runAction } from "@/app/(signed-in)/run-action"
import { holdDecision } from "@/lib/domain/removal-hold"
import { approveHold, dismissHold } from "@/lib/inventory/holds/decide-hold"

const schema = holdDecision.extend({ id: z.uuid() })

export const approveAction = async (input: unknown) =>
  runAction({ schema, input, act: (actor, { id, ...decision }) => approveHold(actor, id, decision) })

export const dismissAction = async (input: unknown) =>
  runAction({ schema, input, act: (actor, { id, ...decision }) => dismissHold(actor, id, decision) })
