import { z } from "zod"
import { json } from "./json"

/** What a sync did, or, `edited`, a person. */
export const inventoryChangeKind = z.enum(["created", "updated", "edited", "linked", "retired", "restored"])
export type InventoryChangeKind = z.infer<typeof inventoryChangeKind>

/** One entry of the history of a device, model or circuit (N-HISTORY). `fields` maps a field to its value before and after. */
export const inventoryChangeView = z.object({
  id: z.uuid(),
  kind: inventoryChangeKind,
  fields: z.record(z.string(), z.tuple([json, json])),
  at: z.iso.datetime(),
  syncLogId: z.uuid().nullable(),
  integrationName: z.string().nullable(),
  actorName: z.string().nullable(),
})
export type InventoryChangeView = z.infer<typeof inventoryChangeView>
