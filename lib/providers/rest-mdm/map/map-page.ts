import type { Json } from "@/lib/domain/json"
import type { DeviceRecord, Page, Reject } from "@/lib/domain/session"
import type { RestConfig } from "@/lib/providers/rest-mdm/config/config"
import { holds } from "@/lib/providers/rest-mdm/path/condition"
import { mapItem } from "./map-item"
import { rejectItem } from "./reject-item"

/**
 * Sorts a page's items into records, rejects, and those that the filter leaves out, which are only counted. `shown` gives
 * the same items as people may see them, where something of them is not to be kept: a reject holds a sample.
 */
export function mapPage(
  items: Json[],
  config: RestConfig,
  shown = () => items,
): Pick<Page, "rejects" | "skipped"> & { records: DeviceRecord[] } {
  const records: DeviceRecord[] = []
  const rejects: Rejected[] = []
  let skipped = 0
  for (const [at, item] of items.entries()) {
    if (!isWanted(item, config)) {
      skipped += 1
      continue
    }
    const outcome = mapItem(item, config)
    if ("reason" in outcome) rejects.push({ at, outcome })
    else records.push(outcome)
  }
  return { records, rejects: withSamples(rejects, shown), skipped }
}

type Rejected = { at: number; outcome: Reject }

function withSamples(rejects: Rejected[], shown: () => Json[]): Reject[] {
  if (rejects.length === 0) return []
  const items = shown()
  return rejects.map(({ at, outcome }) => rejectItem(items[at] ?? null, outcome))
}

function isWanted(item: Json, { filter, case_insensitive: ignoreCase }: RestConfig): boolean {
  const { include_when, drop_when } = filter
  if (include_when !== null && !holds(item, include_when, ignoreCase)) return false
  return drop_when === null || !holds(item, drop_when, ignoreCase)
}
