import { handle } from "@/app/api/handle"
import { catalog } from "@/lib/providers/catalog"

/** What can be connected, and what each asks for. */
export const GET = handle(async () => {
  const items = Object.values(catalog)
  return { items, nextCursor: null, total: items.length }
})
