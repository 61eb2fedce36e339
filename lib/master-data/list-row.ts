import { z } from "zod"
import { listId } from "@/lib/domain/list-id"

/** A list as the database has it. */
export const listRow = z.object({
  id: z.uuid(),
  list: listId,
  status: z.enum(["published", "held", "planned", "let_go", "dismissed"]),
  version: z.number().int().nullable(),
  holdId: z.uuid().nullable(),
  content: z.instanceof(Uint8Array).nullable(),
  sha256: z.string(),
  received: z.number().int(),
  items: z.number().int(),
  rejected: z.number().int(),
  baseId: z.uuid().nullable(),
  baseEtag: z.string().nullable(),
  etag: z.string().nullable(),
})
export type ListRow = z.infer<typeof listRow>
