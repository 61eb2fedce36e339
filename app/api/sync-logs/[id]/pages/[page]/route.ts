import { z } from "zod"
import { handle } from "@/app/api/handle"
import { downloadSyncPage } from "@/lib/sync-logs/download-sync-page"

const ofPage = z.object({ id: z.uuid(), page: z.string() })

/** A stored reply as a file; admins only. */
export const GET = handle(async ({ actor, params }) => {
  const { id, page } = params(ofPage)
  const { content, fileName } = await downloadSyncPage(actor, id, page)
  return new Response(new Uint8Array(content), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  })
})
