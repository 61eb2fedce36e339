/** How somebody likes a table: which columns are hidden, by id, and how close its rows stand. */
export type TableLook = { hidden: string[]; isDense: boolean }

/** The cookie a table's look is kept in, so that the server's first paint is right. */
export const tableCookie = (table: string): string => `rollcall-table-${table}`

/** Reads the cookie; anything unknown counts as nothing hidden. */
export function readTableLook(value: string | undefined): TableLook {
  const [density = "", columns = ""] = (value ?? "").split("|")
  return { isDense: density === "dense", hidden: columns.split(".").filter((id) => /^[a-zA-Z]+$/.test(id)) }
}

export const writeTableLook = ({ hidden, isDense }: TableLook): string =>
  `${isDense ? "dense" : "roomy"}|${hidden.join(".")}`
