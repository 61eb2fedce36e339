import { mergeCircuits } from "./circuits/merge/merge-circuits"
import { mergeUnitTotals } from "./circuits/units/merge-unit-totals"
import { mergeDeviceModels } from "./device-models/merge-device-models"
import { mergeDevices } from "./devices/merge/merge-devices"

/** How the records of each stream are merged: the engine's targets. */
export const inventoryTargets = {
  devices: mergeDevices,
  "device-models": mergeDeviceModels,
  "edge-device-models": mergeDeviceModels,
  circuits: mergeCircuits,
  "planned-units": mergeUnitTotals,
}
