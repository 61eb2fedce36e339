import type { Json } from "@/lib/domain/json"
import type { SourceSample } from "@/lib/domain/source-sample"
import { pathOf } from "./mapping-text"

type Mapped = { field: string; label: string; paths: string[]; filled: number | null; example: Json }

/** Our fields as people read them, in the order in which they matter. */
const labels: Record<string, string> = {
  external_id: "ID at the provider",
  serial_number: "Serial number",
  name: "Name",
  model: "Model",
  model_identifier: "Model identifier",
  type: "Type",
  assigned_to: "Assigned to",
  os_version: "OS version",
  last_seen_at: "Last seen",
  online: "Online",
}

/** Fields that an admin may map; the type is inferred from the model. */
const mappable = Object.keys(labels).filter((field) => field !== "type")

/**
 * The rows of the table: what is mapped, and while an admin maps the fields (`mapping`: its text) also what is not. A path that was
 * chosen since the sample was fetched shows what stands there in it.
 */
export function mappedFields({ fields, found }: SourceSample, mapping: string | null): Mapped[] {
  const known = new Map(fields.map((entry) => [entry.field, entry]))
  const isEditable = mapping !== null
  const own = isEditable ? mappable : Object.keys(labels).filter((field) => known.has(field))
  const others = isEditable ? [] : [...known.keys()].filter((field) => labels[field] === undefined)
  return [...own, ...others].map((field) => {
    const entry = known.get(field)
    const chosen = mapping === null ? null : pathOf(mapping, field)
    const seen =
      chosen === null || entry?.paths[0] === chosen ? entry : found.find(({ path }) => path === chosen)
    return {
      field,
      label: labels[field] ?? field.replaceAll("_", " "),
      paths: entry?.paths ?? [],
      filled: seen?.filled ?? null,
      example: seen?.example ?? null,
    }
  })
}
