"use server"
import { z } from "zod"
import { runAction } from "@/app/(signed-in)/run-action"
import { publishAgain } from "@/lib/master-data/publish-list"

export const publishAgainAction = async (input: unknown) =>
  runAction({ schema: z.object({ id: z.uuid() }), input, act: (actor, { id }) => publishAgain(actor, id) })
