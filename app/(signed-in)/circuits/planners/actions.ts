"use server"
import { revalidatePath } from "next/cache"
import { z } from "zod"
import { runAction } from "@/app/(signed-in)/run-action"
import { loginInput } from "@/lib/domain/login"
import { plannerLinking, plannerName } from "@/lib/domain/planner"
import { removeLogin, saveLogin } from "@/lib/integrations/logins/manage-logins"
import { linkPlanner, nameMember, unlinkPlanner } from "@/lib/inventory/circuits/link-planner"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"

const again = <T>(value: T): T => {
  revalidatePath("/circuits/planners")
  return value
}

export const linkPlannerAction = async (input: unknown) =>
  runAction({
    schema: plannerLinking.extend({ plannerId: z.uuid() }),
    input,
    act: async (actor, { plannerId, userId }) => again(await linkPlanner(actor, plannerId, userId)),
  })

export const unlinkPlannerAction = async (input: unknown) =>
  runAction({
    schema: z.object({ plannerId: z.uuid() }),
    input,
    act: async (actor, { plannerId }) => again(await unlinkPlanner(actor, plannerId)),
  })

export const nameMemberAction = async (input: unknown) =>
  runAction({
    schema: plannerName.extend({ userId: z.uuid() }),
    input,
    act: async (actor, { userId, wsUsername }) => again(await nameMember(actor, userId, wsUsername)),
  })

export const saveLoginAction = async (input: unknown) =>
  runAction({
    schema: loginInput.extend({ integrationId: z.uuid() }),
    input,
    act: async (actor, { integrationId, ...login }) =>
      again(await saveLogin(actor, integrationId, login, { check: true, providers: registry, catalog })),
  })

export const removeLoginAction = async (input: unknown) =>
  runAction({
    schema: z.object({ integrationId: z.uuid(), loginId: z.uuid() }),
    input,
    act: async (actor, { integrationId, loginId }) => {
      await removeLogin(actor, integrationId, loginId)
      return again(null)
    },
  })
