import type { ConnectionState, DeviceKind, DeviceType } from "./device"

/** The fleet in figures: active devices, and what came and went in the last seven days. */
export type FleetSummary = {
  devices: number
  newThisWeek: number
  removedThisWeek: number
  keptByHand: number
  byKind: Record<DeviceKind, number>
  byType: { type: DeviceType; devices: number }[]
  byConnection: Record<ConnectionState, number>
}
