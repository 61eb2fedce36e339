/** What is searched for, out of an address: trimmed, of bounded length, and without what no database text can hold. */
export const searchFrom = (value: string | null): string =>
  (value ?? "").replaceAll("\0", "").trim().slice(0, 200).toWellFormed()
