import type { ListDefinition, ListItem } from "@/lib/domain/list-definition"

/** An entry in one line, by the columns of its list: `EG · 070940 · !processed`. */
export const itemName = (item: ListItem, { columns }: ListDefinition): string =>
  columns.flatMap(({ key }) => item[key] ?? []).join(" · ")
