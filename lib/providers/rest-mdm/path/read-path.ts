import type { Json } from "@/lib/domain/json"
import { type PathStep, parsePath } from "./parse-path"

/** What stands at a path; null where nothing does. With `[*]` a list of all that stand there. */
export function readPath(value: Json, path: string, ignoreCase = false): Json {
  const steps = parsePath(path)
  const found = follow([value], steps, ignoreCase)
  return steps.some(({ kind }) => kind === "all") ? found : (found[0] ?? null)
}

/** The list of items at the first path that has one: a list that stands there, or all that `[*]` finds. Null without a list. */
export function readItems(value: Json, paths: string[], ignoreCase = false): Json[] | null {
  for (const path of paths) {
    const items = itemsAt(value, path, ignoreCase)
    if (items !== null) return items
  }
  return null
}

function itemsAt(value: Json, path: string, ignoreCase: boolean): Json[] | null {
  const steps = parsePath(path)
  if (steps.at(-1)?.kind !== "all") {
    const found = readPath(value, path, ignoreCase)
    return Array.isArray(found) ? found : null
  }
  const parents = follow([value], steps.slice(0, -1), ignoreCase).filter((parent) => Array.isArray(parent))
  return parents.length === 0 ? null : parents.flat(1)
}

function follow(values: Json[], steps: PathStep[], ignoreCase: boolean): Json[] {
  let found = values
  for (const step of steps) found = found.flatMap((value) => take(value, step, ignoreCase))
  return found
}

function take(value: Json, step: PathStep, ignoreCase: boolean): Json[] {
  if (typeof value !== "object" || value === null) return []
  switch (step.kind) {
    case "key":
      return Array.isArray(value) ? [] : present(valueAt(value, step.key, ignoreCase))
    case "index":
      return Array.isArray(value) ? present(value[step.index]) : []
    case "all":
      return Array.isArray(value) ? value : []
    case "where":
      return Array.isArray(value) ? value.filter((entry) => hasValue(entry, step)) : []
    case "anywhere":
      return []
  }
}

const present = (value: Json | undefined): Json[] => (value === undefined || value === null ? [] : [value])

function valueAt(value: { [key: string]: Json }, key: string, ignoreCase: boolean): Json | undefined {
  if (Object.hasOwn(value, key) || !ignoreCase) return Object.hasOwn(value, key) ? value[key] : undefined
  const wanted = key.toLowerCase()
  return value[Object.keys(value).find((name) => name.toLowerCase() === wanted) ?? ""]
}

/** Whether an entry of a list is one of those that `[key='value']` means. */
export function hasValue(entry: Json, { key, equals }: { key: string; equals: string }): boolean {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return false
  const found = Object.hasOwn(entry, key) ? entry[key] : null
  return typeof found !== "object" && String(found) === equals
}
