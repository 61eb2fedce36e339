import { mergeRows } from "@/lib/inventory/merge-rows/merge-rows"
import { adoptOwn } from "./adopt/store"

/** How device models are merged: the engine's target for streams of models, of whichever kind. */
export const mergeDeviceModels = mergeRows({
  noun: "device-model",
  table: "device_models",
  nameKey: "name",
  adopt: adoptOwn,
})
