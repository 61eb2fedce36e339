import { hash } from "node:crypto"
import { handle } from "@/app/api/handle"
import type { ListId } from "@/lib/domain/list-id"
import { listItemsQuery } from "@/lib/domain/published-list"
import { getList } from "@/lib/master-data/get-list"
import { registry } from "@/lib/providers/registry"

/**
 * A list, or a lookup in it, from this process's memory. The ETag is that of the answer without the moment it was loaded, so
 * that one who has it already is told 304 by every process alike.
 */
export const listRoute = (list: ListId) =>
  handle(async ({ actor, query, header }) => {
    const page = await getList(actor, { list, query: query(listItemsQuery), providers: registry })
    const { loadedAt: _, ...told } = page.served ?? {}
    const etag = `W/"${hash("sha256", JSON.stringify({ ...page, served: told }), "hex").slice(0, 32)}"`
    const headers = { etag, "cache-control": "private, no-cache", vary: "authorization, cookie" }
    if (isKnown(header("if-none-match"), etag)) return new Response(null, { status: 304, headers })
    return Response.json(page, { headers })
  })

/** The weak comparison of RFC 9110: one of the tags is ours, strong or weak, or any will do. */
function isKnown(sent: string | null, etag: string): boolean {
  if (sent === null) return false
  const plain = (tag: string) => tag.trim().replace(/^W\//, "")
  return sent.split(",").some((tag) => tag.trim() === "*" || plain(tag) === plain(etag))
}
