import type { Json } from "@/lib/domain/json"
import { type PathStep, parsePath } from "./path/parse-path"
import { hasValue } from "./path/read-path"

/**
 * Blanks what stands at the paths in a reply: for values whose names do not tell that they are secret. A reply that has none
 * comes back as it was, to the letter.
 */
export function redactPaths(
  reply: { text: string; json: Json },
  paths: string[],
): { text: string; json: Json } {
  if (paths.length === 0) return reply
  try {
    const json: Json = JSON.parse(reply.text)
    const hits = paths.filter((path) => blank(json, parsePath(path)))
    return hits.length === 0 ? reply : { text: JSON.stringify(json), json }
  } catch {
    // Nested too deeply to look into: nothing of it is kept
    return { text: JSON.stringify(blanked), json: blanked }
  }
}

const blanked = "[redacted]"

/** Blanks in place; whether anything was there. */
function blank(value: Json, [step, ...rest]: PathStep[]): boolean {
  if (step === undefined || typeof value !== "object" || value === null) return false
  let hit = false
  for (const key of keysAt(value, step)) {
    const entry = entryAt(value, key)
    if (rest.length > 0) hit = blank(entry, rest) || hit
    else if (entry !== null && entry !== "" && typeof entry !== "boolean") {
      Object.assign(value, { [key]: blanked })
      hit = true
    }
  }
  if (step.kind === "anywhere")
    for (const entry of Object.values(value)) hit = blank(entry, [step, ...rest]) || hit
  return hit
}

const entryAt = (value: Json[] | { [key: string]: Json }, key: string): Json =>
  (Array.isArray(value) ? value[Number(key)] : value[key]) ?? null

function keysAt(value: Json[] | { [key: string]: Json }, step: PathStep): string[] {
  const keys = Object.keys(value)
  switch (step.kind) {
    case "key":
      return Array.isArray(value) ? [] : keys.filter((key) => key === step.key)
    case "index":
      return Array.isArray(value) ? keys.filter((key) => key === String(step.index)) : []
    case "all":
      return Array.isArray(value) ? keys : []
    case "where":
      return Array.isArray(value) ? keys.filter((key) => hasValue(entryAt(value, key), step)) : []
    case "anywhere":
      return Array.isArray(value) ? [] : keys.filter((key) => step.key.test(key))
  }
}
