import type { Json } from "@/lib/domain/json"
import { isSecretEntry } from "@/lib/domain/redact"

/** Attributes or tags without those that hold secrets: both are free text, and people put keys and passwords there. */
export const openEntries = (entries: Record<string, Json>): Record<string, Json> =>
  Object.fromEntries(Object.entries(entries).filter(([key, value]) => !isSecretEntry(key, value)))
