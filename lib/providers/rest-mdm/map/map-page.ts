import type { Json } from "@/lib/domain/json"
import type { DeviceRecord, Page, Reject } from "@/lib/domain/session"
import type { RestConfig } from "@/lib/providers/rest-mdm/config/config"
import { holds } from "@/lib/providers/rest-mdm/path/condition"
import { mapItem } from "./map-item"

/** Sorts a page's items into records, rejects, and those that the filter leaves out, which are only counted. */
export function mapPage(
  items: Json[],
  config: RestConfig,
): Pick<Page, "rejects" | "skipped"> & { records: DeviceRecord[] } {
  const records: DeviceRecord[] = []
  const rejects: Reject[] = []
  let skipped = 0
  for (const item of items) {
    if (!isWanted(item, config)) {
      skipped += 1
      continue
    }
    const outcome = mapItem(item, config)
    if ("reason" in outcome) rejects.push(outcome)
    else records.push(outcome)
  }
  return { records, rejects, skipped }
}

function isWanted(item: Json, { filter, case_insensitive: ignoreCase }: RestConfig): boolean {
  const { include_when, drop_when } = filter
  if (include_when !== null && !holds(item, include_when, ignoreCase)) return false
  return drop_when === null || !holds(item, drop_when, ignoreCase)
}
