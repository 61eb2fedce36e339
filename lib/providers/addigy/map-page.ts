import type { Json } from "@/lib/domain/json"
import type { DeviceRecord, Page, Reject } from "@/lib/domain/session"
import { readV1Device, readV2Device } from "./device"
import { mapDevice } from "./map"
import { isInPolicy } from "./policy"
import { rejectShape, rejectUnknownPolicy } from "./reject"
import type { AddigySettings } from "./settings"

/** Sorts a page's items into records, rejects, and devices of other policies, which are only counted. */
export function mapPage(
  items: Json[],
  settings: AddigySettings,
): Pick<Page, "rejects" | "skipped"> & { records: DeviceRecord[] } {
  const records: DeviceRecord[] = []
  const rejects: Reject[] = []
  let skipped = 0
  for (const item of items) {
    const outcome = mapItem(item, settings)
    if (outcome === null) skipped += 1
    else if ("reason" in outcome) rejects.push(outcome)
    else records.push(outcome)
  }
  return { records, rejects, skipped }
}

/** Null for a device of another policy. */
function mapItem(item: Json, { apiVersion, policyId }: AddigySettings): DeviceRecord | Reject | null {
  const device = apiVersion === "v2" ? readV2Device(item) : readV1Device(item)
  if (device === null) return rejectShape(item)
  if (policyId === null) return mapDevice(device)
  const isWanted = isInPolicy(device, policyId)
  if (isWanted === false) return null
  // v1 has a list for each policy, v2 only a filter that has been seen to be ignored
  if (isWanted === null && apiVersion === "v2") return rejectUnknownPolicy(device)
  return mapDevice(device)
}
