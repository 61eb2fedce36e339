import type { Json } from "@/lib/domain/json"

type Mapping = Record<string, Json>

/** The mapping that a setting's text spells; null when it cannot be read. */
export function mappingOf(text: string): Mapping | null {
  if (text.trim() === "") return {}
  try {
    const value: Json = JSON.parse(text)
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

/** The text with one field filled from another path; an empty path takes the field out. */
export function withPath(text: string, field: string, path: string): string {
  const { [field]: before, ...others } = mappingOf(text) ?? {}
  const trimmed = path.trim()
  if (trimmed === "") return spelled(others)
  const keepsMore = typeof before === "object" && before !== null && !Array.isArray(before)
  return spelled({ ...mappingOf(text), [field]: keepsMore ? { ...before, path: trimmed } : trimmed })
}

/** The text with suggestions for the fields that are not mapped yet. */
export function withSuggestions(text: string, suggested: Record<string, string>): string {
  return spelled({ ...suggested, ...mappingOf(text) })
}

/** The first path that fills a field; empty when none does. */
export function pathOf(text: string, field: string): string {
  const spec = mappingOf(text)?.[field] ?? ""
  const path = typeof spec === "object" && spec !== null && !Array.isArray(spec) ? (spec.path ?? "") : spec
  const first = Array.isArray(path) ? (path[0] ?? "") : path
  return typeof first === "string" ? first : ""
}

const spelled = (mapping: Mapping): string =>
  Object.keys(mapping).length === 0 ? "" : JSON.stringify(mapping, null, 2)
