import type { Json } from "@/lib/domain/json"
import { readText } from "@/lib/domain/read-value"
import { type Reject, sourceRecord } from "@/lib/domain/session"
import type { AddigyDevice } from "./device"

export const longestExternalId = sourceRecord.shape.externalId.maxLength ?? Number.POSITIVE_INFINITY

/** Says of a device why it cannot be taken, with just enough of it to recognise it. */
export function rejectDevice(
  device: AddigyDevice,
  reason: Reject["reason"],
  path: string,
  message: string,
): Reject {
  return {
    reason,
    externalId: shownId(device.agentId),
    path,
    message,
    sample: {
      agentid: short(device.agentId),
      serial_number: short(device.fact("serial_number")),
      device_name: short(device.fact("device_name")),
    },
  }
}

/** What a reply item that is no device becomes. */
export function rejectShape(item: Json): Reject {
  const isRecord = typeof item === "object" && item !== null && !Array.isArray(item)
  return {
    reason: "invalid",
    externalId: isRecord ? shownId(item.agentid ?? null) : null,
    path: isRecord ? "facts" : null,
    message: isRecord ? "Addigy sent a device without facts." : "Addigy sent something that is no device.",
    sample: isRecord ? { keys: Object.keys(item).slice(0, 10).map(short) } : short(item),
  }
}

/** What a device becomes that does not say which policy it is in, while only one policy is wanted. */
export function rejectUnknownPolicy(device: AddigyDevice): Reject {
  const message = "The device does not say which policy it is in, so it is left out of this policy."
  return rejectDevice(device, "other_scope", device.pathOf("policy_ids"), message)
}

/** For a text longer than a field takes. */
export const tooLong = (what: string, length: number, limit: number): string =>
  `${what} has ${length.toLocaleString("en")} characters; Rollcall takes at most ${limit.toLocaleString("en")}. Shorten it in Addigy.`

const shownId = (agentId: Json): string | null =>
  readText(agentId)?.slice(0, longestExternalId).toWellFormed() ?? null

/** Enough of a value to recognise it. */
function short(value: Json): Json {
  if (typeof value === "string") return value.length > 100 ? `${value.slice(0, 100).toWellFormed()}…` : value
  if (Array.isArray(value)) return "(a list)"
  return typeof value === "object" && value !== null ? "(an object)" : value
}
