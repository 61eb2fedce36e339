import { z } from "zod"
import { json } from "@/lib/domain/json"
import { oneOrMany, path } from "./texts"

export const transform = z.union([
  z.enum([
    "trim",
    "upper",
    "lower",
    "empty_to_null",
    "first",
    "join",
    "to_string",
    "bool",
    "number",
    "datetime",
    "strip_domain",
  ]),
  z.strictObject({ join: z.string().max(20) }),
  z.strictObject({ const: json }),
  z.strictObject({ template: z.string().max(500) }),
  /** A table of values; what is not in it becomes `otherwise`, or stays as it is. */
  z.strictObject({ map: z.record(z.string(), json), otherwise: json.optional() }),
])
export type Transform = z.infer<typeof transform>

const paths = oneOrMany(path)

/** Which of the provider's fields fills one of ours: the first path that holds something. A bare path is enough. */
export const fieldSpec = z.preprocess(
  (value) => (typeof value === "string" || Array.isArray(value) ? { path: value } : value),
  z.strictObject({
    path: paths.default([]),
    transform: oneOrMany(transform).default([]),
    /** Without it the record is rejected. */
    required: z.boolean().optional(),
  }),
)
export type FieldSpec = z.infer<typeof fieldSpec>

const inferred = z.strictObject({
  infer: z.literal("apple_device_type"),
  from: z.array(z.enum(["model", "model_identifier"])).default(["model", "model_identifier"]),
  /** Tried when the model tells nothing. */
  otherwise: fieldSpec.optional(),
})
const typeSpec = z.union([inferred, fieldSpec])

/** Our fields, by the names that a configuration uses. */
export const fieldMap = z.preprocess(
  inSnakeCase,
  z.strictObject({
    external_id: fieldSpec,
    serial_number: fieldSpec.optional(),
    name: fieldSpec.optional(),
    model: fieldSpec.optional(),
    model_identifier: fieldSpec.optional(),
    assigned_to: fieldSpec.optional(),
    os_version: fieldSpec.optional(),
    type: typeSpec.default({ infer: "apple_device_type", from: ["model", "model_identifier"] }),
    last_seen_at: fieldSpec.optional(),
    /** True or false, else unknown. */
    online: fieldSpec.optional(),
  }),
)

/** `serialNumber`, as the API calls it, is as good as `serial_number`. */
function inSnakeCase(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      entry,
    ]),
  )
}
