"use server"
import { z } from "zod"
import { runAction } from "@/app/(signed-in)/run-action"
import { cancelSync } from "@/lib/sync-logs/cancel-sync"
import { queueApply } from "@/lib/sync-logs/queue-apply"
import { queueReplay } from "@/lib/sync-logs/queue-replay"
import { queueRevert } from "@/lib/sync-logs/queue-revert"
import { queueSync } from "@/lib/sync-logs/queue-sync"

const schema = z.object({ id: z.uuid() })

export const cancelAction = async (input: unknown) =>
  runAction({ schema, input, act: (actor, { id }) => cancelSync(actor, id) })

export const previewAction = async (input: unknown) =>
  runAction({
    schema: z.object({ integrationId: z.uuid() }),
    input,
    act: (actor, { integrationId }) =>
      queueSync(actor, { integrationId, mode: "preview", trigger: "manual" }),
  })

export const applyAction = async (input: unknown) =>
  runAction({
    schema,
    input,
    act: (actor, { id }) => queueApply(actor, { syncLogId: id, trigger: "manual" }),
  })

export const replayAction = async (input: unknown) =>
  runAction({
    schema,
    input,
    act: (actor, { id }) => queueReplay(actor, { syncLogId: id, trigger: "manual" }),
  })

export const revertAction = async (input: unknown) =>
  runAction({
    schema,
    input,
    act: (actor, { id }) => queueRevert(actor, { syncLogId: id, trigger: "manual" }),
  })
