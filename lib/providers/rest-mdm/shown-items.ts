import type { Json } from "@/lib/domain/json"
import { stripUnstorable } from "@/lib/http/strip-unstorable"
import type { ListConfig, RestConfig } from "./config/config"
import { readItems } from "./path/read-path"
import { redactPaths } from "./redact-paths"

/** The items of a reply as they may be kept and shown: without what stands at the configured paths, which start at the reply. */
export function shownItems(
  reply: { text: string; json: Json },
  { items }: ListConfig,
  { redact, case_insensitive: ignoreCase }: RestConfig,
): Json[] {
  const { text, json } = redactPaths(reply, redact)
  return readItems(stripUnstorable(json, text).json, items, ignoreCase) ?? []
}
