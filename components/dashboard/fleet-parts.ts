import { valuesOf } from "@/components/address/known-value"
import { connectionNames, typeNames } from "@/components/devices/device-wording"
import type { ConnectionState, DeviceType } from "@/lib/domain/device"
import type { IntegrationView } from "@/lib/domain/integration"
import type { Part } from "./breakdown"
import type { Figure } from "./figures"

/** What the dashboard counts; the shape of the fleet's summary. */
type Fleet = {
  devices: number
  newThisWeek: number
  removedThisWeek: number
  keptByHand: number
  byType: { type: DeviceType; devices: number }[]
  byConnection: Record<ConnectionState, number>
}

export function figuresOf(fleet: Fleet): Figure[] {
  return [
    { name: "Devices", value: fleet.devices, note: "active in the inventory" },
    { name: "Online", value: fleet.byConnection.connected, note: "when last heard of" },
    { name: "New", value: fleet.newThisWeek, note: "in the last 7 days" },
    { name: "Removed", value: fleet.removedThisWeek, note: "in the last 7 days" },
  ]
}

export const partsByType = (fleet: Fleet): Part[] =>
  fleet.byType.map(({ type, devices }) => ({ name: typeNames[type], devices, href: `/devices?type=${type}` }))

/** A device that several integrations report counts for each of them. */
export function partsBySource(fleet: Fleet, integrations: IntegrationView[]): Part[] {
  const reported = integrations.map(
    ({ id, name, deviceCount }): Part => ({ name, devices: deviceCount, href: `/devices?source=${id}` }),
  )
  const byHand: Part[] =
    fleet.keptByHand === 0 ? [] : [{ name: "Kept by hand", devices: fleet.keptByHand, href: null }]
  return [...reported, ...byHand].sort((one, other) => other.devices - one.devices)
}

export const partsByConnection = (fleet: Fleet): Part[] =>
  valuesOf(connectionNames)
    .map((state) => ({ name: connectionNames[state], devices: fleet.byConnection[state], href: null }))
    .filter(({ devices }) => devices > 0)
