import { z } from "zod"

/** Every background task and what it is given. The web queues by these names without importing the work. */
export const tasks = {
  /** Carries out one run, which stands as PENDING in sync_logs. */
  sync: z.object({ syncLogId: z.uuid() }),
  /** Queues what is due. */
  dispatch: z.object({}).loose(),
  /** Takes up runs whose worker died. */
  sweep: z.object({}).loose(),
  /** Sends the e-mails that are due. */
  "send-emails": z.object({}).loose(),
  /** Posts the webhook messages that are due. */
  "deliver-webhooks": z.object({}).loose(),
  /** Deletes what is kept no longer. */
  retention: z.object({}).loose(),
}

export type TaskName = keyof typeof tasks
export type TaskPayload<T extends TaskName> = z.infer<(typeof tasks)[T]>
