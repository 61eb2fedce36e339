"use server"
import { z } from "zod"
import { cancelSync } from "@/lib/sync-logs/cancel-sync"
import { runAction } from "../../run-action"

export const cancelAction = async (input: unknown) =>
  runAction({
    schema: z.object({ id: z.uuid() }),
    input,
    act: (actor, { id }) => cancelSync(actor, id),
  })
