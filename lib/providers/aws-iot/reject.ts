import type { z } from "zod"
import type { Json } from "@/lib/domain/json"
import { type Reject, sourceRecord } from "@/lib/domain/session"
import { isObject } from "./list-parts"

const longestId = sourceRecord.shape.externalId.maxLength ?? Number.POSITIVE_INFINITY

type Fault = Pick<Reject, "reason" | "path" | "message">

/** What an item becomes that cannot be taken: `idKey` names where its id stands, e.g. `thingName`. */
export function rejectItem(item: Json, idKey: string, fault: Fault): Reject {
  const id = isObject(item) ? item[idKey] : null
  const externalId = typeof id === "string" && id !== "" ? id.slice(0, longestId).toWellFormed() : null
  return { ...fault, externalId, sample: isObject(item) ? sampleOf(item) : short(item) }
}

/** An item that is not in the form that AWS describes. */
export function rejectShape(
  item: Json,
  { what, idKey, error }: { what: string; idKey: string; error: z.ZodError },
): Reject {
  if (!isObject(item))
    return rejectItem(item, idKey, {
      reason: "invalid",
      path: null,
      message: `AWS sent something that is no ${what}.`,
    })
  const [issue] = error.issues
  const path = issue?.path.join(".") ?? null
  if (path === idKey)
    return rejectItem(item, idKey, {
      reason: "no_external_id",
      path,
      message: `The ${what} has no ${idKey}, so it cannot be followed from run to run.`,
    })
  return rejectItem(item, idKey, {
    reason: "invalid",
    path,
    message: `The ${what} is not as AWS describes it${path === null ? "" : `, in ${path}`}: ${issue?.message ?? "unreadable"}.`,
  })
}

/** For a text longer than a field takes. */
export function rejectLong(
  item: Json,
  idKey: string,
  { path, length, limit }: { path: string; length: number; limit: number },
): Reject {
  return rejectItem(item, idKey, {
    reason: "invalid",
    path,
    message: `${path} has ${length.toLocaleString("en")} characters; Rollcall takes at most ${limit.toLocaleString("en")}. Shorten it in AWS.`,
  })
}

const sampleOf = (item: { [key: string]: Json }): Json =>
  Object.fromEntries(
    Object.entries(item)
      .slice(0, 6)
      .map(([key, value]) => [key.slice(0, 60).toWellFormed(), short(value)]),
  )

/** Enough of a value to recognise it. */
function short(value: Json): Json {
  if (typeof value === "string") return value.length > 100 ? `${value.slice(0, 100).toWellFormed()}…` : value
  if (Array.isArray(value)) return "(a list)"
  return typeof value === "object" && value !== null ? "(an object)" : value
}
