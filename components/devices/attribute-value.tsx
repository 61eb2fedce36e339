import type { Json } from "@/lib/domain/json"
import { valueWords } from "./device-wording"

/** What a source says under one name: a text, lines of name and value, or else indented JSON. */
export function AttributeValue({ value }: { value: Json }) {
  if (typeof value !== "object" || value === null) return valueWords("attributes", value)
  if (Array.isArray(value) && value.every(isPlain))
    return value.map((entry) => valueWords("attributes", entry)).join(", ")
  const lines = Array.isArray(value) ? null : Object.entries(value)
  if (lines === null || lines.length === 0 || !lines.every(([, entry]) => isPlain(entry)))
    return (
      <pre className="whitespace-pre-wrap font-mono text-xs leading-5 wrap-anywhere">{jsonLines(value)}</pre>
    )
  return (
    <ul>
      {lines.map(([name, entry]) => (
        <li key={name}>
          {name} <span className="text-ink-soft">{valueWords("attributes", entry)}</span>
        </li>
      ))}
    </ul>
  )
}

/** Indented JSON, in which a list of numbers keeps to one line. */
const jsonLines = (value: Json): string =>
  JSON.stringify(value, null, 2).replace(/\[\n[\s\d.,eE+-]+\]/g, (list) =>
    list.replace(/\s+/g, " ").replace("[ ", "[").replace(" ]", "]"),
  )

const isPlain = (value: Json): boolean => typeof value !== "object" || value === null
