import type { Json } from "@/lib/domain/json"
import type { SourceSample } from "@/lib/domain/source-sample"
import type { RestConfig } from "@/lib/providers/rest-mdm/config/config"
import type { FieldSpec } from "@/lib/providers/rest-mdm/config/fields"
import { readField } from "@/lib/providers/rest-mdm/map/read-field"

/** For each field of the mapping what fills it, and in how many of the items it does. */
export function filledFields(items: Json[], config: RestConfig): SourceSample["fields"] {
  return specsOf(config).map(([field, spec]) => {
    const values = items.flatMap((item) => readField(item, spec, config.case_insensitive)?.value ?? [])
    return { field, paths: spec.path, filled: values.length, example: values[0] ?? null }
  })
}

function specsOf({ fields, attributes }: RestConfig): [name: string, spec: FieldSpec][] {
  const { type, ...others } = fields
  const typeSpec = "infer" in type ? inferredFrom(fields, type.from) : type
  const named = Object.entries({ ...others, type: typeSpec })
  return [...named, ...Object.entries(attributes)].flatMap(([name, spec]) =>
    spec === undefined ? [] : [[name, spec]],
  )
}

/** What the type is inferred from, so that it can be shown beside it. */
function inferredFrom(fields: RestConfig["fields"], from: ("model" | "model_identifier")[]): FieldSpec {
  return { path: from.flatMap((key) => fields[key]?.path ?? []), transform: [] }
}
