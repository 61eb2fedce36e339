export type Table = { name: string; columns: string[]; needs: string[] }

/** Tables in an order in which each comes after those that its rows refer to. Throws when they refer in a circle. */
export function orderTables(tables: Table[]): Table[] {
  const ordered: Table[] = []
  const waiting = new Set(tables)
  while (waiting.size > 0) {
    const free = [...waiting].filter(({ needs }) =>
      needs.every((need) => ![...waiting].some(({ name }) => name === need)),
    )
    if (free.length === 0)
      throw new Error(
        `These tables refer to one another in a circle: ${[...waiting].map(({ name }) => name)}.`,
      )
    for (const table of free) {
      ordered.push(table)
      waiting.delete(table)
    }
  }
  return ordered
}
