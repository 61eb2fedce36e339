import type { PoolClient } from "pg"
import type { ListDefinition, ListItem } from "@/lib/domain/list-definition"
import type { Shelf, Shelved } from "@/lib/domain/shelf"
import { readBody } from "./list-body"
import { type ListRow, listRow } from "./list-row"
import { unpack } from "./pack"
import { selectLast } from "./store"

/** What a new list is compared with, and would replace. */
export type Base = {
  /** The version of ours that it is; null for nothing, or for what somebody else published. */
  id: string | null
  /** Of what lies there; null for nothing. */
  there: Shelved | null
  /** Null when it is no such list. */
  items: ListItem[] | null
  /** What is odd about it, in one sentence for the admin. */
  oddity: string | null
}

type Reading = { integrationId: string; shelf: Shelf | null; definition: ListDefinition }

/**
 * What is published now: our last version as long as it still lies there, else whatever does. Without a shelf, and where the
 * object is gone, our last version stands for it.
 */
export async function readBase(
  client: PoolClient,
  { integrationId, shelf, definition }: Reading,
): Promise<Base> {
  const last = await lastPublished(client, integrationId)
  const there = shelf === null ? null : await shelf.head()
  if (shelf === null || there === null) {
    const isGone = shelf !== null && last !== null
    const oddity = isGone
      ? "The object that was published last is no longer there; it is put there again."
      : null
    return {
      id: shelf === null ? (last?.id ?? null) : null,
      there,
      items: await contentOf(last, definition),
      oddity,
    }
  }
  if (last !== null && isSame(last, there)) {
    const items = last.content === null ? null : await contentOf(last, definition)
    if (items !== null) return { id: last.id, there, items, oddity: null }
  }
  const body = (await shelf.get())?.body ?? ""
  return {
    id: null,
    there,
    items: readBody(body, definition),
    oddity:
      last === null
        ? "Something was published there before; this list was compared with it."
        : "Somebody else changed what was published; this list was compared with what lies there now.",
  }
}

/** What was published last, with its content; null before the first. */
export async function lastPublished(client: PoolClient, integrationId: string): Promise<ListRow | null> {
  const { rows } = await client.query(selectLast, [integrationId])
  return rows[0] === undefined ? null : listRow.parse(rows[0])
}

const isSame = (last: ListRow, there: Shelved): boolean =>
  last.etag === there.etag || last.sha256 === there.sha256

async function contentOf(row: ListRow | null, definition: ListDefinition): Promise<ListItem[]> {
  if (row === null || row.content === null) return []
  return readBody(await unpack(row.content), definition) ?? []
}
