import type { PoolClient } from "pg"
import type { ListDefinition, ListItem } from "@/lib/domain/list-definition"
import type { Shelf, Shelved } from "@/lib/domain/shelf"
import { hashOf, readBody } from "./list-body"
import { type ListRow, listRow } from "./list-row"
import { unpack } from "./pack"
import { selectLast } from "./store"

/** What a new list is compared with, and would replace. */
export type Base = {
  /** The version of ours that it is; null for nothing, or for what somebody else published. */
  id: string | null
  /** Of what lies there; null for nothing. */
  there: Shelved | null
  /** Under which it was found; without a shelf that of our last version. Null for nothing. */
  etag: string | null
  /** In hex, of the very bytes that lie there; null for nothing. */
  sha256: string | null
  /** Null when it is no such list. */
  items: ListItem[] | null
  /** Entries of our last version; null before the first. */
  lastItems: number | null
  /** What is odd about it, in one sentence for the admin. */
  oddity: string | null
}

type Reading = { integrationId: string; shelf: Shelf | null; definition: ListDefinition }

/**
 * What is published now: our last version as long as its bytes still lie there, else whatever does. Without a shelf, and where
 * the object is gone, our last version stands for it.
 */
export async function readBase(
  client: PoolClient,
  { integrationId, shelf, definition }: Reading,
): Promise<Base> {
  const last = await lastOf(client, { integrationId, definition })
  const lastItems = last?.items ?? null
  const object = shelf === null ? null : await look(shelf, last)
  if (object === null) {
    const isGone = shelf !== null && last !== null
    return {
      id: shelf === null ? (last?.id ?? null) : null,
      there: null,
      etag: shelf === null ? (last?.etag ?? null) : null,
      sha256: null,
      items: (await contentOf(last, definition)) ?? [],
      lastItems,
      oddity: isGone ? "The object that was published last is no longer there; it is put there again." : null,
    }
  }
  const { body, ...there } = object
  const found = { there, etag: there.etag, lastItems }
  if (last !== null && (body === null || hashOf(body) === last.sha256)) {
    const items = body === null ? await contentOf(last, definition) : readBody(body, definition)
    return { ...found, id: last.id, sha256: last.sha256, items, oddity: null }
  }
  return {
    ...found,
    id: null,
    sha256: hashOf(body ?? ""),
    items: readBody(body ?? "", definition),
    oddity:
      last === null
        ? "Something was published there before; this list was compared with it."
        : "Somebody else changed what was published; this list was compared with what lies there now.",
  }
}

/** What lies there. `body` is null where the etag says that it is our last version, whose content is kept. */
async function look(shelf: Shelf, last: ListRow | null): Promise<(Shelved & { body: string | null }) | null> {
  const there = await shelf.head()
  if (there === null) return null
  const isLast =
    there.etag !== "" && there.etag === last?.etag && (there.sha256 === null || there.sha256 === last.sha256)
  return isLast && last.content !== null ? { ...there, body: null } : shelf.get()
}

type Last = Pick<Reading, "integrationId" | "definition">

/** What was published last, with its content; null before the first, and for a version of another list. */
async function lastOf(client: PoolClient, { integrationId, definition }: Last): Promise<ListRow | null> {
  const { rows } = await client.query(selectLast, [integrationId])
  if (rows[0] === undefined) return null
  const last = listRow.parse(rows[0])
  return last.list === definition.id ? last : null
}

async function contentOf(row: ListRow | null, definition: ListDefinition): Promise<ListItem[] | null> {
  return row === null || row.content === null ? null : readBody(await unpack(row.content), definition)
}
