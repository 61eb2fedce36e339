import { hash } from "node:crypto"
import type { Json } from "@/lib/domain/json"
import type { ListDefinition, ListItem } from "@/lib/domain/list-definition"

/** The text of the object that is published: compact JSON, one array. */
export function writeBody(items: ListItem[], { toStored }: ListDefinition): { text: string; sha256: string } {
  const text = JSON.stringify(items.map(toStored))
  return { text, sha256: hashOf(text) }
}

/** In hex, of an object's text. */
export const hashOf = (text: string): string => hash("sha256", text, "hex")

/**
 * The entries of a published object, whoever published it: an array, or an object that holds one. Null when it is no such list,
 * which an array is not either when an entry of it cannot be read, or all of them say nothing to this list.
 */
export function readBody(text: string, { envelope, read }: ListDefinition): ListItem[] | null {
  const entries = entriesIn(parsed(text), envelope)
  if (entries === null) return null
  const outcomes = entries.map(read)
  if (outcomes.some(({ kind }) => kind === "fault")) return null
  const items = outcomes.flatMap((outcome) => (outcome.kind === "item" ? [outcome.item] : []))
  return items.length === 0 && entries.length > 0 ? null : items
}

function entriesIn(json: Json | undefined, envelope: string): Json[] | null {
  if (Array.isArray(json)) return json
  const held = typeof json === "object" && json !== null ? json[envelope] : undefined
  return Array.isArray(held) ? held : null
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
