import { z } from "zod"

/** A stored reply of the provider (S0-AUDIT), without its content. `bytes` are those of the reply before compression. */
export const syncPageView = z.object({
  id: z.uuid(),
  syncType: z.string(),
  page: z.number().int(),
  bytes: z.number().int(),
  redactedPaths: z.array(z.string()),
  createdAt: z.iso.datetime(),
})
export type SyncPageView = z.infer<typeof syncPageView>
