import type { Json } from "@/lib/domain/json"
import { type Reject, sourceRecord } from "@/lib/domain/session"
import { isObject, objectIn, readText } from "./read-value"

const longestId = sourceRecord.shape.externalId.maxLength ?? Number.POSITIVE_INFINITY

/** Says of a twin why it cannot be taken, with just enough of it to recognise it. */
export function rejectTwin(
  twin: Json,
  reason: Reject["reason"],
  path: string | null,
  message: string,
): Reject {
  const found = objectIn(twin)
  return {
    reason,
    externalId: readText(found.deviceId)?.slice(0, longestId).toWellFormed() ?? null,
    path,
    message,
    sample: isObject(twin)
      ? {
          deviceId: short(found.deviceId ?? null),
          deviceName: short(objectIn(found.tags).deviceName ?? null),
          version: short(found.version ?? null),
        }
      : short(twin),
  }
}

/** For a text longer than a field takes. */
export const tooLong = (what: string, length: number, limit: number): string =>
  `${what} has ${length.toLocaleString("en")} characters; Rollcall takes at most ${limit.toLocaleString("en")}. Shorten it in the hub.`

/** Enough of a value to recognise it. */
function short(value: Json): Json {
  if (typeof value === "string") return value.length > 100 ? `${value.slice(0, 100).toWellFormed()}…` : value
  if (Array.isArray(value)) return "(a list)"
  return isObject(value) ? "(an object)" : value
}
