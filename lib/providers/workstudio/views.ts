import { z } from "zod"
import { normaliseGuid } from "./read-value"

/** A view as the customer's WorkStudio admins defined it: which one, and the filter that narrows it. */
export type View = { guid: string; filterName: string }

/**
 * Reads one view of the settings: its GUID alone, or `{ guid, filterName }`. Null where none is given.
 * `what` names it in errors.
 */
export function viewSetting(what: string, usualFilter: string) {
  return z.unknown().transform((given, context): View | null => {
    const [guid, filterName] = partsOf(given)
    if (guid === null) return null
    const normal = normaliseGuid(guid)
    if (normal !== null) return { guid: normal, filterName: filterName ?? usualFilter }
    context.addIssue({
      code: "custom",
      path: ["guid"],
      message: `${what} needs the GUID of a view, such as {AAAAAAAA-0000-4000-8000-000000000001}; "${guid.slice(0, 60)}" is none.`,
    })
    return z.NEVER
  })
}

const shape = z.looseObject({}).transform((given) => {
  const of = new Map(Object.entries(given).map(([key, value]) => [plain(key), value]))
  const text = (...keys: string[]) => keys.map((key) => textOf(of.get(key))).find((found) => found !== null)
  return [
    text("guid", "viewdefinitionguid", "viewguid", "id", "view") ?? null,
    text("filtername", "filter") ?? null,
  ] as const
})

function partsOf(given: unknown): readonly [string | null, string | null] {
  if (typeof given !== "object" || given === null) return [textOf(given), null]
  const { success, data } = shape.safeParse(given)
  return success ? data : [null, null]
}

/** `views` as given, its keys in any spelling: `plannedUnits`, `planned_units`. */
export function viewsByName(given: unknown): unknown {
  const { success, data } = z.record(z.string(), z.unknown()).safeParse(given ?? {})
  if (!success) return given
  const of = new Map(Object.entries(data).map(([key, value]) => [plain(key), value]))
  return {
    circuits: of.get("circuits") ?? of.get("vegetationassessments") ?? of.get("circuit") ?? null,
    plannedUnits: of.get("plannedunits") ?? of.get("units") ?? null,
  }
}

const plain = (key: string): string => key.toLowerCase().replace(/[^a-z]/g, "")

const textOf = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null
