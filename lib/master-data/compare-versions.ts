import { z } from "zod"
import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { ListItem } from "@/lib/domain/list-definition"
import { listId } from "@/lib/domain/list-id"
import { lists } from "@/lib/domain/lists"
import { RequestError } from "@/lib/domain/problem"
import type { differencesQuery, ListDifferences } from "@/lib/domain/published-list"
import { compareLists } from "./compare-lists"
import { readBody } from "./list-body"
import { unpack } from "./pack"
import { selectContent } from "./read-store"

const content = z.object({
  id: z.uuid(),
  list: listId,
  version: z.number().int().nullable(),
  content: z.instanceof(Uint8Array).nullable(),
  baseId: z.uuid().nullable(),
})
type Content = z.infer<typeof content>

/**
 * What a version has that another had not, and the other way round: against the one asked for, else what it replaced. Throws
 * 404, and 409 when the content of either is kept no longer.
 */
export async function compareVersions(
  actor: Actor,
  id: string,
  { against, limit }: z.infer<typeof differencesQuery>,
): Promise<ListDifferences> {
  const after = await contentOf(actor, id)
  const beforeId = against ?? after.baseId
  const before = beforeId === null ? null : await contentOf(actor, beforeId)
  const definition = lists[after.list]
  const { added, gone, same } = compareLists(
    before === null ? [] : await itemsOf(before),
    await itemsOf(after),
    definition,
  )
  return {
    list: after.list,
    against: before === null ? null : { id: before.id, version: before.version },
    added: added.slice(0, limit),
    gone: gone.slice(0, limit),
    addedTotal: added.length,
    goneTotal: gone.length,
    same,
  }
}

async function contentOf(actor: Actor, id: string): Promise<Content> {
  const { rows } = await pool().query(selectContent, [actor.accountId, id])
  if (rows[0] === undefined) throw new RequestError(404, "There is no list with this id in your account.")
  return content.parse(rows[0])
}

async function itemsOf({ list, version, content: packed }: Content): Promise<ListItem[]> {
  if (packed === null) {
    const which = version === null ? "a list that was not published" : `version ${version}`
    throw new RequestError(409, `The content of ${which} is kept no longer, so it cannot be compared.`)
  }
  return readBody(await unpack(packed), lists[list]) ?? []
}
