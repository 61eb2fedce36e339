import type { ListDefinition, ListItem } from "@/lib/domain/list-definition"

export type Difference = { added: ListItem[]; gone: ListItem[]; same: number }

/** What a list has that the one before had not, and the other way round; the order of entries is no difference. */
export function compareLists(before: ListItem[], after: ListItem[], { keyOf }: ListDefinition): Difference {
  const known = new Map(before.map((item) => [keyOf(item), item]))
  const added: ListItem[] = []
  let same = 0
  for (const item of after) {
    if (known.delete(keyOf(item))) same += 1
    else added.push(item)
  }
  return { added, gone: [...known.values()], same }
}
