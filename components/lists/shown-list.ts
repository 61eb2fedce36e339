import type { ListDefinition } from "@/lib/domain/list-definition"

/** What pages show of a list's definition; the rest of it carries schemas, which no page's first load should. */
export type ShownList = Pick<ListDefinition, "id" | "name" | "columns"> & {
  /** Its entries are rules, so that something can be looked up in it. */
  hasRules: boolean
}

/** The integrations that publish a list. */
export type Publisher = { id: string; name: string }
