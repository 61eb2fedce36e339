import type { Json } from "./json"
import type { ListDefinition } from "./list-definition"

/** The country codes in use. Master data sends objects, of which only `effectiveAlpha2` is published, as a plain text. */
export const isoCodes: ListDefinition = {
  id: "iso-codes",
  name: "ISO codes",
  noun: "ISO codes",
  path: "/trade/iso-codes",
  fileName: "iso-codes",
  envelope: "isoCodes",
  columns: [{ key: "code", label: "Code" }],
  read: (sent) => {
    const code = codeIn(sent)
    if (code === null) return { kind: "skip" }
    const text = typeof code === "string" ? code.trim().toUpperCase() : ""
    // "X" stands for no country
    if (/^(?:[A-Z]{2}|X)$/.test(text)) return { kind: "item", item: { code: text } }
    return {
      kind: "fault",
      path: "effectiveAlpha2",
      message: "effectiveAlpha2 is not a code of two letters.",
    }
  },
  keyOf: ({ code }) => code ?? "",
  toStored: ({ code }) => code ?? null,
}

/** Entries without a code are left out; what is neither an object nor a text is a fault. */
function codeIn(sent: Json): Json {
  if (typeof sent !== "object" || Array.isArray(sent)) return sent === null ? null : sent
  return sent?.effectiveAlpha2 ?? null
}
