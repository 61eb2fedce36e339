import type { Json } from "@/lib/domain/json"
import { propertyOf } from "./envelope"
import { readTable, type Table } from "./table"

/** A stored reply of the circuits view, and the status whose list it is. */
export function storedTable(raw: string): { table: Table; status: string } {
  const json: Json = JSON.parse(raw)
  const status = propertyOf(json, "Status")
  return { table: readTable(json, "the stored page"), status: typeof status === "string" ? status : "ACTIV" }
}
