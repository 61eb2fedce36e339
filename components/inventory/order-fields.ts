import type { Json } from "@/lib/domain/json"

export type FieldChange = [field: string, change: [Json, Json]]

const first = [
  "status",
  "name",
  "serialNumber",
  "model",
  "modelIdentifier",
  "type",
  "kind",
  "assignedTo",
  "osVersion",
]

/** The fields of a change as they are told: those that every source fills first, then the source's own by name. */
export const orderFields = (fields: Record<string, [Json, Json]>): FieldChange[] =>
  Object.entries(fields).sort(
    ([one], [other]) => rank(one) - rank(other) || one.localeCompare(other, "en-US"),
  )

const rank = (field: string): number => (first.includes(field) ? first.indexOf(field) : first.length)
