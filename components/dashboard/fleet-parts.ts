import { valuesOf } from "@/components/address/known-value"
import { connectionNames, kindNames, typeNames } from "@/components/devices/device-wording"
import { nounOfProvider } from "@/components/inventory/noun-of-provider"
import type { FleetSummary } from "@/lib/domain/fleet"
import type { IntegrationView } from "@/lib/domain/integration"
import type { Part } from "./breakdown"
import type { Figure } from "./figures"

/** The figures, with the course of the last days where it is known. */
export function figuresOf(fleet: FleetSummary, days: { created: number; removed: number }[]): Figure[] {
  return [
    { name: "Devices", value: fleet.devices, note: "active in the inventory" },
    { name: "Online", value: fleet.byConnection.connected, note: "as last reported" },
    {
      name: "New",
      value: fleet.newThisWeek,
      note: "in the last 7 days",
      course: days.map(({ created }) => created),
    },
    {
      name: "Removed",
      value: fleet.removedThisWeek,
      note: "in the last 7 days",
      course: days.map(({ removed }) => removed),
    },
  ]
}

/** A device that several integrations report counts for each of them. */
export function partsBySource(fleet: FleetSummary, integrations: IntegrationView[]): Part[] {
  const reported = integrations
    .filter(bringsDevices)
    .map(({ id, name, deviceCount }): Part => ({ name, devices: deviceCount, href: `/devices?source=${id}` }))
  const byHand: Part[] =
    fleet.keptByHand === 0 ? [] : [{ name: "Kept by hand", devices: fleet.keptByHand, href: null }]
  return [...reported, ...byHand].sort((one, other) => other.devices - one.devices)
}

const bringsDevices = ({ provider }: IntegrationView): boolean => nounOfProvider(provider) === "device"

export const partsByConnection = (fleet: FleetSummary): Part[] =>
  valuesOf(connectionNames)
    .map((state) => ({ name: connectionNames[state], devices: fleet.byConnection[state], href: null }))
    .filter(({ devices }) => devices > 0)

/** By kind where there is more than one, else by type, which then tells more. */
export function partsByKind(fleet: FleetSummary): { title: string; parts: Part[] } {
  const kinds = valuesOf(kindNames).filter((kind) => fleet.byKind[kind] > 0)
  if (kinds.length < 2) return { title: "By type", parts: partsByType(fleet) }
  const parts = kinds.map((kind) => ({
    name: kindNames[kind],
    devices: fleet.byKind[kind],
    href: `/devices?kind=${kind}`,
  }))
  return { title: "By kind", parts }
}

const partsByType = (fleet: FleetSummary): Part[] =>
  fleet.byType.map(({ type, devices }) => ({ name: typeNames[type], devices, href: `/devices?type=${type}` }))
