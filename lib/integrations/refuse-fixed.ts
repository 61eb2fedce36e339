import type { Json } from "@/lib/domain/json"
import { RequestError } from "@/lib/domain/problem"
import type { CatalogEntry } from "@/lib/domain/provider"

type Settings = Record<string, Json>

/** Throws 422 by field for a setting that makes an integration what it is, and so stays as it was when it was connected. */
export function refuseFixed({ settings: fields }: CatalogEntry, before: Settings, after: Settings): void {
  const moved = fields.filter(
    ({ key, isFixed }) => isFixed === true && before[key] !== undefined && before[key] !== after[key],
  )
  if (moved.length === 0) return
  const errors = moved.map(({ key, label }) => [
    `settings.${key}`,
    [`${label} cannot be changed any more. Connect another integration for it.`],
  ])
  throw new RequestError(422, errors.flatMap(([, words]) => words).join(" "), Object.fromEntries(errors))
}
