import type { Json } from "@/lib/domain/json"
import { readText, readTimestamp } from "@/lib/domain/read-value"
import type { AddigyDevice } from "./device"
import { attributeFacts } from "./facts"

/** The facts beyond the common fields that are worth keeping and do not move by themselves; those without a value are left out. */
export function readAttributes(device: AddigyDevice): Record<string, Json> {
  const attributes: Record<string, Json> = {}
  for (const id of attributeFacts) {
    const value = readAttribute(device.fact(id), id.endsWith("_date"))
    if (value !== null) attributes[id] = value
  }
  return attributes
}

function readAttribute(value: Json, isDate: boolean): Json {
  if (typeof value === "boolean") return value
  if (typeof value === "number") return Number.isFinite(value) ? value : null
  if (typeof value === "string") return (isDate ? readTimestamp(value) : null) ?? readText(value)
  return Array.isArray(value) ? readList(value) : null
}

/** Lists are sets in Addigy: sorted, so that another order is no change. */
function readList(list: Json[]): Json {
  const texts = list.map(readText).filter((text) => text !== null)
  return texts.length > 0 ? texts.sort() : null
}
