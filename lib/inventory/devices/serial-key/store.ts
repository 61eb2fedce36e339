import { placeholders } from "@/lib/domain/serial-key"

const listed = [...placeholders].map((serial) => `'${serial}'`).join(", ")

/** The SQL of what `serialKey` makes of a serial: null for one that says nothing. */
export const serialKeyOf = (serial: string): string =>
  `(select case when key not in (${listed}) and key !~ '^[-0. ]*$' then key end from upper(trim(${serial})) key)`
