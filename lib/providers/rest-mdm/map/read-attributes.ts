import type { Json } from "@/lib/domain/json"
import { readText } from "@/lib/domain/read-value"
import type { RestConfig } from "@/lib/providers/rest-mdm/config/config"
import { readField } from "./read-field"

const longestText = 2000

/** What else is kept of a device, under the names of the configuration; what has no value is left out. */
export function readAttributes(
  item: Json,
  { attributes: specs, case_insensitive: ignoreCase }: Pick<RestConfig, "attributes" | "case_insensitive">,
): Record<string, Json> {
  const attributes: Record<string, Json> = {}
  for (const [name, spec] of Object.entries(specs)) {
    const value = kept(readField(item, spec, ignoreCase)?.value ?? null)
    if (value !== null) attributes[name] = value
  }
  return attributes
}

function kept(value: Json): Json {
  if (typeof value === "string") return readText(value)?.slice(0, longestText).toWellFormed() ?? null
  if (typeof value === "number") return Number.isFinite(value) ? value : null
  if (typeof value === "boolean") return value
  if (!Array.isArray(value)) return null
  const texts = value
    .slice(0, 200)
    .flatMap((entry) => readText(entry)?.slice(0, longestText).toWellFormed() ?? [])
  return texts.length > 0 ? texts : null
}
