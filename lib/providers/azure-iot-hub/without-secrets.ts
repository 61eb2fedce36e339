import type { Json } from "@/lib/domain/json"
import { isSecretEntry, isSecretText } from "@/lib/domain/redact"
import { isObject, type JsonObject } from "./read-value"

/** A value of a twin without Azure's own bookkeeping (`$…`) and without what is secret, at any depth. */
export function withoutSecrets(value: Json): Json {
  if (Array.isArray(value)) return value.filter((entry) => !isSecretText(entry)).map(withoutSecrets)
  return isObject(value) ? openEntries(value) : value
}

/** The same of an object. */
export function openEntries(value: JsonObject): JsonObject {
  const kept: JsonObject = {}
  for (const key in value) {
    const entry = value[key]
    if (entry !== undefined && !key.startsWith("$") && !isSecretEntry(key, entry))
      kept[key] = withoutSecrets(entry)
  }
  return kept
}
