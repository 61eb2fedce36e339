"use server"
import { z } from "zod"
import { runAction } from "@/app/(signed-in)/run-action"
import { cancelSync } from "@/lib/sync-logs/cancel-sync"

export const cancelAction = async (input: unknown) =>
  runAction({
    schema: z.object({ id: z.uuid() }),
    input,
    act: (actor, { id }) => cancelSync(actor, id),
  })
