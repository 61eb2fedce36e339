import { mergeRows } from "@/lib/inventory/merge-rows/merge-rows"
import { deviceModels } from "./noun"

/** How device models are merged: the engine's target for streams of models, of whichever kind. */
export const mergeDeviceModels = mergeRows(deviceModels)
