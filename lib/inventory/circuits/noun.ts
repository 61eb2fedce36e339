import type { RowNoun } from "@/lib/inventory/merge-rows/scope"
import { retireCircuits } from "./release/store"

/** Where circuits are kept. */
export const circuits: RowNoun = {
  noun: "circuit",
  table: "circuits",
  nameKey: "title",
  release: retireCircuits,
}
