import type { RowNounId } from "@/lib/domain/noun"
import { circuits } from "./circuits/noun"
import { deviceModels } from "./device-models/noun"
import type { RowNoun } from "./merge-rows/scope"

/** Where each noun is kept whose records are rows of a table of its own: all but devices. */
export const rowNouns: Record<RowNounId, RowNoun> = {
  "device-model": deviceModels,
  circuit: circuits,
}
