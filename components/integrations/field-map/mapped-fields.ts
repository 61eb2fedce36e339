import type { Json } from "@/lib/domain/json"
import type { SourceSample } from "@/lib/domain/source-sample"

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

/** The rows of the table: what is mapped, and where it can be changed also what is not. */
export function mappedFields({ fields }: SourceSample, isEditable: boolean): Mapped[] {
  const known = new Map(fields.map((entry) => [entry.field, entry]))
  const own = isEditable ? mappable : Object.keys(labels).filter((field) => known.has(field))
  const others = isEditable ? [] : [...known.keys()].filter((field) => labels[field] === undefined)
  return [...own, ...others].map((field) => {
    const entry = known.get(field)
    return {
      field,
      label: labels[field] ?? field.replaceAll("_", " "),
      paths: entry?.paths ?? [],
      filled: entry?.filled ?? null,
      example: entry?.example ?? null,
    }
  })
}
