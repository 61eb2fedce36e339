import { type CircuitFields, circuitFields } from "@/lib/domain/circuit"
import { type CircuitView, circuitView, editableField } from "@/lib/domain/circuit-view"
import type { Json } from "@/lib/domain/json"

/** A circuit as the database gives it. */
export type CircuitRow = Omit<CircuitView, keyof CircuitFields | "edited" | "createdAt" | "updatedAt"> & {
  shown: Json
  fields: Json
  manual: Record<string, Json>
  attributes: Record<string, Json>
  notes: string | null
  version: number
  unitsAskedAt: Date | null
  unitsWanted: boolean
  unitsFailedRunId: string | null
  createdAt: Date
  updatedAt: Date
}

/** The circuit as it shows. */
export function viewOf(row: CircuitRow): CircuitView {
  const { shown, manual, createdAt, updatedAt, ...rest } = row
  return circuitView.parse({
    ...rest,
    ...circuitFields.parse(shown),
    edited: editableField.options.filter((field) => Object.hasOwn(manual, field)),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  })
}
