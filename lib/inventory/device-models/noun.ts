import type { RowNoun } from "@/lib/inventory/merge-rows/scope"
import { adoptOwn } from "./adopt/store"
import { releaseModels } from "./release/release-models"

/** Where models of devices are kept. */
export const deviceModels: RowNoun = {
  noun: "device-model",
  table: "device_models",
  nameKey: "name",
  adopt: adoptOwn,
  release: releaseModels,
}
