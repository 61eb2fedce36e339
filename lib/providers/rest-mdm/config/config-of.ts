import type { Json } from "@/lib/domain/json"
import { type RestConfig, restConfig } from "./config"
import { expand } from "./expand"
import type { Preset } from "./preset"

type Issue = { path: PropertyKey[]; message: string }

/** A whole configuration; or what is missing of it, in the words of the wizard; or what is wrong with it. */
export type Configured =
  | { kind: "configured"; config: RestConfig }
  | { kind: "missing"; parts: string[]; raw: Record<string, Json> }
  | { kind: "wrong"; issues: Issue[] }

/** Works out a preset's configuration with what an admin has set; a `config` given as a whole goes over it. */
export function configOf(preset: Preset, settings: Record<string, Json>): Configured {
  const raw = rawConfig(preset, settings)
  const parts = missingParts(raw)
  if (parts.length > 0) return { kind: "missing", parts, raw }
  const parsed = restConfig.safeParse(raw)
  if (parsed.success) return { kind: "configured", config: parsed.data }
  return { kind: "wrong", issues: parsed.error.issues.map(({ path, message }) => ({ path, message })) }
}

function rawConfig(preset: Preset, settings: Record<string, Json>): Record<string, Json> {
  const { config: given = null, ...others } = settings
  const merged = isObject(given) ? over(preset.config, given) : preset.config
  const raw = expand(merged, others)
  return isObject(raw) ? raw : {}
}

/** What no list can be read without. A choice of none (no authentication, no pages) has to be said. */
const needed: [
  label: string,
  of: (config: { [key: string]: Json }, list: { [key: string]: Json }) => Json | undefined,
][] = [
  ["base URL", ({ base_url }) => base_url],
  ["authentication", ({ auth }) => (isObject(auth) ? auth.type : auth)],
  ["list path", (_, { path }) => path],
  ["items path", (_, { items }) => items],
  ["paging", (_, { pagination }) => (isObject(pagination) ? pagination.style : undefined)],
  [
    "field mapping",
    ({ fields }) => (isObject(fields) && Object.keys(fields).length > 0 ? fields : undefined),
  ],
]

function missingParts(raw: { [key: string]: Json }): string[] {
  const first = Array.isArray(raw.list) ? raw.list[0] : raw.list
  const list = isObject(first) ? first : {}
  return needed.filter(([, of]) => (of(raw, list) ?? null) === null).map(([label]) => label)
}

/** Objects are merged key by key; anything else is replaced. */
function over(below: Json, above: { [key: string]: Json }): { [key: string]: Json } {
  if (!isObject(below)) return above
  const merged = { ...below }
  for (const [key, value] of Object.entries(above))
    merged[key] = isObject(value) && !replacedWhole.has(key) ? over(merged[key] ?? {}, value) : value
  return merged
}

/** Parts whose keys hang on each other: a bearer's have no place in a login's. */
const replacedWhole = new Set(["auth", "pagination", "fields"])

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
