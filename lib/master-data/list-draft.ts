import type { PoolClient } from "pg"
import { z } from "zod"
import { type ListDefinition, type ListItem, listItem } from "@/lib/domain/list-definition"
import { listId } from "@/lib/domain/list-id"
import { lists } from "@/lib/domain/lists"
import { compareLists, type Difference } from "./compare-lists"
import { writeBody } from "./list-body"
import { type ListRead, type ListWork, placeWords } from "./list-work"
import { pack } from "./pack"
import { type Base, readBase } from "./read-base"
import { insertList, lockPlace, selectSettings, selectStaged } from "./store"

/** A new list on its way, with all that is known of it. */
export type ListDraft = {
  definition: ListDefinition
  smallestShare: number
  items: ListItem[]
  read: ListRead
  base: Base
  difference: Difference
  text: string
  sha256: string
}

/** What the run staged, compared with what is published; from now on no other run publishes there. */
export async function openDraft(client: PoolClient, work: ListWork, read: ListRead): Promise<ListDraft> {
  const { integrationId, syncLogId, shelf } = work
  if (shelf !== null) await client.query(lockPlace, [placeWords(shelf.place)])
  const { list, smallestShare } = await settingsOf(client, integrationId)
  const definition = lists[list]
  const items = await staged(client, syncLogId)
  const base = await readBase(client, { integrationId, shelf, definition })
  const difference = compareLists(base.items ?? [], items, definition)
  return { definition, smallestShare, items, read, base, difference, ...writeBody(items, definition) }
}

/** Keeps a draft as a list that waits, for an admin or to be published; gives its id. */
export async function keepDraft(
  client: PoolClient,
  work: ListWork,
  draft: ListDraft,
  state: { status: "planned" } | { status: "held"; holdId: string },
): Promise<string> {
  const { definition, items, read, base, difference, text, sha256 } = draft
  const { rows } = await client.query<{ id: string }>(insertList, [
    work.accountId,
    work.integrationId,
    definition.id,
    state.status,
    work.syncLogId,
    state.status === "held" ? state.holdId : null,
    await pack(text),
    sha256,
    Buffer.byteLength(text),
    read.received,
    items.length,
    read.rejected,
    difference.added.length,
    difference.gone.length,
    base.id,
    base.etag,
  ])
  return idIn(rows)
}

export function idIn(rows: { id: string }[]): string {
  const id = rows[0]?.id
  if (id === undefined) throw new Error("The list was not kept.")
  return id
}

const column = z.object({
  settings: z.looseObject({
    list: listId.default("ineligible-items"),
    smallestShare: z.number().default(50),
  }),
})

async function settingsOf(client: PoolClient, integrationId: string) {
  const { rows } = await client.query(selectSettings, [integrationId])
  return column.parse(rows[0]).settings
}

const entries = z.array(z.object({ item: listItem }))

async function staged(client: PoolClient, syncLogId: string): Promise<ListItem[]> {
  const { rows } = await client.query<{ entries: string | null }>(selectStaged, [syncLogId])
  return entries.parse(JSON.parse(`[${rows[0]?.entries ?? ""}]`)).map(({ item }) => item)
}
