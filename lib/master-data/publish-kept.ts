import type { PoolClient } from "pg"
import { lists } from "@/lib/domain/lists"
import { ProviderError } from "@/lib/domain/provider-error"
import { compareLists } from "./compare-lists"
import { deliverList } from "./deliver-list"
import { readBody } from "./list-body"
import { idIn } from "./list-draft"
import { type ListRow, listRow } from "./list-row"
import { publishedWords } from "./list-words"
import { type Kept, type ListWork, placeWords, shelfOf, type Witness } from "./list-work"
import { unpack } from "./pack"
import { readBase } from "./read-base"
import { copyList, lockPlace, selectKept, setDifference } from "./store"

/**
 * Publishes a list that was kept: a hold that was approved, the plan of a preview, or an earlier version once more. "moved" when
 * what is published is no longer what it was compared with; an earlier version is published over whatever there is.
 */
export async function publishKept(
  client: PoolClient,
  witness: Witness,
  { work, kept }: { work: ListWork; kept: Kept },
) {
  const { integrationId, syncLogId } = work
  const shelf = shelfOf(work)
  await client.query(lockPlace, [placeWords(shelf.place)])
  const row = await findKept(client, integrationId, kept)
  const definition = lists[row.list]
  if (row.list !== shelf.list)
    throw new ProviderError({
      code: "misconfigured",
      message: `This is a list of ${definition.name}, which this integration no longer publishes. Run a sync instead.`,
    })
  const base = await readBase(client, { integrationId, shelf, definition })
  const isAgain = row.status === "published"
  const isThere = base.sha256 === row.sha256
  if (!isAgain && !isThere && base.etag !== row.baseEtag) return "moved" as const
  const text = await contentOf(row)
  const items = readBody(text, definition) ?? []
  const { added, gone, same } = compareLists(base.items ?? [], items, definition)
  const id = isAgain ? idIn((await client.query<{ id: string }>(copyList, [row.id, syncLogId])).rows) : row.id
  await client.query(setDifference, [id, added.length, gone.length, base.id, base.etag])
  const shelved = await deliverList(client, witness, { work, id, text, sha256: row.sha256, base })
  witness.outcome({
    kind: "published",
    list: row.list,
    receivedCount: row.received,
    itemCount: items.length,
    place: shelf.place,
    etag: shelved.etag,
    reason: null,
  })
  const tally = { added: added.length, gone: gone.length, same }
  return { ...tally, held: 0, warnings: [], sentence: publishedWords({ items: items.length, ...tally }) }
}

async function findKept(client: PoolClient, integrationId: string, kept: Kept): Promise<ListRow> {
  const values = "planId" in kept ? [integrationId, null, kept.planId] : [integrationId, kept.versionId, null]
  const { rows } = await client.query(selectKept, values)
  if (rows[0] !== undefined) return listRow.parse(rows[0])
  throw new ProviderError({
    code: "misconfigured",
    message:
      "There is no list to publish: the plan was to hold it, or it is kept no longer. Run a sync instead.",
  })
}

async function contentOf({ content }: ListRow): Promise<string> {
  if (content !== null) return unpack(content)
  throw new ProviderError({
    code: "misconfigured",
    message: "The content of this list is kept no longer, so it cannot be published. Run a sync instead.",
  })
}
