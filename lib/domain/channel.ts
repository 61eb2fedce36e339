import { z } from "zod"
import { eventNames } from "./event-names"
import { json } from "./json"

/** A live channel (S2-CHANNELS): `dashboard`, `sync-status` or `circuit.<id>`. */
export const channel = z.string().transform((text, context) => {
  if (text === "dashboard" || text === "sync-status") return { kind: text } as const
  const id = /^circuit\.(.+)$/.exec(text)?.[1]
  if (z.uuid().safeParse(id).success) return { kind: "circuit", id: z.uuid().parse(id) } as const
  context.addIssue({ code: "custom", message: "channel must be dashboard, sync-status or circuit.<id>." })
  return z.NEVER
})
export type Channel = z.output<typeof channel>

/** One event as a channel gives it, in the data of its message. */
export const liveEvent = z.object({
  id: z.uuid(),
  type: z.enum(Object.values(eventNames)),
  /** The circuit or run it is about. */
  subjectId: z.uuid(),
  integrationId: z.uuid().nullable(),
  syncLogId: z.uuid().nullable(),
  at: z.iso.datetime(),
  data: z.record(z.string(), json),
})
export type LiveEvent = z.infer<typeof liveEvent>
