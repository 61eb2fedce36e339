import { z } from "zod"
import type { Json } from "./json"
import type { ListId } from "./list-id"

/** One entry of a list, by the keys of its columns. Absent is null. */
export const listItem = z.record(z.string(), z.string().nullable())
export type ListItem = z.infer<typeof listItem>

/** What became of one entry as sent: taken, left out on purpose, or at fault in one sentence for the admin. */
export type ReadItem =
  | { kind: "item"; item: ListItem }
  | { kind: "skip" }
  | { kind: "fault"; path: string | null; message: string }

/** All that Rollcall has to know of a list. */
export type ListDefinition = {
  id: ListId
  /** As a title: `Ineligible items`. */
  name: string
  /** Within a sentence: `ineligible items`. */
  noun: string
  /** Where master data has it, below the endpoint, and what its object is called; both can be set otherwise. */
  path: string
  fileName: string
  /** The key that holds the entries where the reply is an object instead of an array. */
  envelope: string
  columns: { key: string; label: string }[]
  /** Reads an entry as master data sends it, or as it was published. */
  read(sent: Json): ReadItem
  /** Equal for two entries that say the same. */
  keyOf(item: ListItem): string
  /** As it is published. */
  toStored(item: ListItem): Json
}
