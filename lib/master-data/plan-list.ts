import type { PoolClient } from "pg"
import type { Json } from "@/lib/domain/json"
import type { ListItem } from "@/lib/domain/list-definition"
import { itemName } from "./item-name"
import { keepDraft, type ListDraft } from "./list-draft"
import { plannedWords } from "./list-words"
import type { ListWork } from "./list-work"
import { keepPlan } from "./store"

/** Keeps what a preview would do, entry by entry, and the list itself, so that applying it publishes this very one. */
export async function planList(
  client: PoolClient,
  { work, draft, reason }: { work: ListWork; draft: ListDraft; reason: string | null },
): Promise<string> {
  const { definition, items } = draft
  const { added, gone, same } = draft.difference
  const rows = [
    ...added.map((item) => ({ item, action: "create", diff: sides(item, (value) => [null, value]) })),
    ...gone.map((item) => ({
      item,
      action: reason === null ? "remove" : "hold",
      diff: sides(item, (value) => [value, null]),
    })),
  ]
  await client.query(keepPlan, [
    work.syncLogId,
    work.accountId,
    rows.map(({ item }) => definition.keyOf(item)),
    rows.map(({ action }) => action),
    rows.map(({ diff }) => JSON.stringify(diff)),
    rows.map(({ item }) => itemName(item, definition)),
  ])
  if (reason !== null) return `Would be held for an admin: ${reason}`
  await keepDraft(client, work, draft, { status: "planned" })
  return plannedWords({ items: items.length, added: added.length, gone: gone.length, same })
}

const sides = (item: ListItem, side: (value: string | null) => Json): Json =>
  Object.fromEntries(Object.entries(item).map(([key, value]) => [key, side(value)]))
