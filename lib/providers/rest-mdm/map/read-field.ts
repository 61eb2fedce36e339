import type { Json } from "@/lib/domain/json"
import { readText } from "@/lib/domain/read-value"
import type { FieldSpec } from "@/lib/providers/rest-mdm/config/fields"
import { readPath } from "@/lib/providers/rest-mdm/path/read-path"
import { transformed } from "./transform"

/** What fills a field: the value and the path it came from (null for a constant). */
export type Found = { value: Json; path: string | null }

/** The first path that holds something, after the field's transforms; null when none does. */
export function readField(item: Json, spec: FieldSpec | undefined, ignoreCase: boolean): Found | null {
  if (spec === undefined) return null
  if (spec.path.length === 0) return found(transformed(null, spec.transform), null)
  for (const path of spec.path) {
    const made = found(transformed(readPath(item, path, ignoreCase), spec.transform), path)
    if (made !== null) return made
  }
  return null
}

/** A field as text; lists, objects and truth values are none. */
export function readTextField(item: Json, spec: FieldSpec | undefined, ignoreCase: boolean): string | null {
  return readText(readField(item, spec, ignoreCase)?.value ?? null)
}

function found(value: Json, path: string | null): Found | null {
  if (value === null || (typeof value === "string" && readText(value) === null)) return null
  return { value, path }
}
