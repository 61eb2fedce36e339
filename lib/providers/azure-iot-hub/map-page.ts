import type { Json } from "@/lib/domain/json"
import type { DeviceRecord, Page, Reject } from "@/lib/domain/session"
import { type ModulesOf, mapTwin } from "./map"
import { isObject } from "./read-value"
import type { AzureSettings } from "./settings"

type Mapped = Pick<Page, "rejects" | "skipped"> & { records: DeviceRecord[] }

/** Sorts a page's twins into records and rejects. */
export function mapPage(items: Json[], settings: AzureSettings, modulesOf: ModulesOf): Mapped {
  const records: DeviceRecord[] = []
  const rejects: Reject[] = []
  for (const item of items) {
    const outcome = mapTwin(item, settings, modulesOf)
    if ("reason" in outcome) rejects.push(outcome)
    else records.push(outcome)
  }
  return { records, rejects, skipped: 0 }
}

/**
 * A stored reply again (N-REPLAY): of the module pass, which makes no records of its own, or of the device pass, whose edge
 * devices then say nothing of their modules.
 */
export function mapStoredPage(raw: Json, settings: AzureSettings): Mapped {
  const items = Array.isArray(raw) ? raw : []
  const devices = items.filter((item) => !isObject(item) || typeof item.moduleId !== "string")
  return mapPage(devices, settings, () => null)
}
