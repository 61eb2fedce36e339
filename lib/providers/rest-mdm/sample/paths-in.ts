import type { Json } from "@/lib/domain/json"
import type { SourceSample } from "@/lib/domain/source-sample"

type FoundPath = SourceSample["found"][number]

const mostPaths = 300
const deepest = 5

/** Where something stands in a few items: each path once, with how many items have a value there, and the first of them. */
export function pathsIn(items: Json[]): FoundPath[] {
  const found = new Map<string, FoundPath>()
  for (const item of items) collect(item, "$", 0, found)
  return [...found.values()]
}

function collect(value: Json, path: string, depth: number, found: Map<string, FoundPath>): void {
  if (Array.isArray(value)) {
    // Entries of a list with a name of their own are told apart by it
    const [first] = value
    if (typeof first !== "object" || first === null) note(path, value.slice(0, 5), found)
    else collect(first, `${path}[0]`, depth + 1, found)
  } else if (typeof value === "object" && value !== null) {
    if (depth >= deepest) return
    for (const [key, entry] of Object.entries(value)) collect(entry, joined(path, key), depth + 1, found)
  } else note(path, value, found)
}

function note(path: string, value: Json, found: Map<string, FoundPath>): void {
  const known = found.get(path)
  const isFilled = value !== null && value !== "" && !(Array.isArray(value) && value.length === 0)
  if (known === undefined) {
    if (found.size < mostPaths)
      found.set(path, { path, filled: isFilled ? 1 : 0, example: isFilled ? short(value) : null })
  } else if (isFilled) {
    known.filled += 1
    known.example ??= short(value)
  }
}

const short = (value: Json): Json =>
  typeof value === "string" && value.length > 100 ? `${value.slice(0, 100).toWellFormed()}…` : value

function joined(path: string, key: string): string {
  if (/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(key)) return `${path}.${key}`
  return key.includes("'") ? `${path}["${key}"]` : `${path}['${key}']`
}
