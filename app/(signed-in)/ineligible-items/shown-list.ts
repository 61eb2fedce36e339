import type { ShownList } from "@/components/lists/shown-list"
import type { ListId } from "@/lib/domain/list-id"
import { lists } from "@/lib/domain/lists"

/** What pages show of a list's definition. */
export function shownList(list: ListId): ShownList {
  const { id, name, columns } = lists[list]
  return { id, name, columns, hasRules: id === "ineligible-items" }
}
