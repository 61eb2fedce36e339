import { quoted } from "@/simulators/quoted"
import { type AddedDevice, type Device, makeAddedDevice, makeDevice } from "./fleet"

/** Which fact a change writes to. */
export const changeableFields = [
  "device_name",
  "current_user",
  "os_version",
  "device_model_name",
  "last_online",
] as const
export type ChangeableField = (typeof changeableFields)[number]

export type Fleet = ReturnType<typeof openFleet>

/**
 * A fleet of any size that is never held in memory: a device is made from its number when it is asked for. Only what was
 * removed, added or changed by hand is remembered. Numbers below zero stand for added devices.
 */
export function openFleet(options: { devices: number; seed: number }) {
  const { seed } = options
  const removed = new Set<number>()
  const added: Device[] = []
  const changes = new Map<number, Record<string, string>>()
  let changeCount = 0
  let orders = new Map<string | null, Int32Array>()

  const deviceOf = (number: number): Device => {
    const device = number >= 0 ? makeDevice(seed, number) : (added[-number - 1] ?? makeDevice(seed, 0))
    const facts = changes.get(number)
    return facts === undefined ? device : { ...device, kind: -1, facts: { ...device.facts, ...facts } }
  }

  /** The numbers of the devices of a policy (null: all), by serial. */
  function order(policyId: string | null): Int32Array {
    const known = orders.get(policyId)
    if (known !== undefined) return known
    const made = Int32Array.from(
      policyId === null ? sorted() : order(null).filter((number) => deviceOf(number).policy.id === policyId),
    )
    orders.set(policyId, made)
    return made
  }

  function sorted(): number[] {
    const numbers = Array.from({ length: options.devices }, (_, number) => number).filter(
      (number) => !removed.has(number),
    )
    const more = added.map((_, at) => -at - 1).filter((number) => !removed.has(number))
    if (more.length === 0) return numbers
    const serials = new Map(more.map((number) => [number, deviceOf(number).serial]))
    const serialOf = (number: number) => serials.get(number) ?? deviceOf(number).serial
    return [...numbers, ...more].sort((a, b) => (serialOf(a) < serialOf(b) ? -1 : 1))
  }

  const moved = () => {
    orders = new Map()
  }

  return {
    seed,
    order,
    deviceOf,
    size: () => order(null).length,
    removeFirst(count: number) {
      for (const number of order(null).subarray(0, count)) removed.add(number)
      moved()
    },
    removeSerials(serials: string[]) {
      const gone = new Set(serials)
      for (const number of order(null)) if (gone.has(deviceOf(number).serial)) removed.add(number)
      moved()
    },
    add(devices: AddedDevice[]) {
      for (const device of devices) added.push(makeAddedDevice(seed, added.length, device))
      moved()
    },
    /** Gives the first `count` devices a value they did not have before. */
    change(count: number, field: ChangeableField) {
      changeCount += 1
      for (const number of order(null).subarray(0, count))
        changes.set(number, {
          ...changes.get(number),
          [field]: quoted(changedValue(field, changeCount, number)),
        })
    },
  }
}

function changedValue(field: ChangeableField, change: number, number: number): string {
  switch (field) {
    case "device_name":
      return `renamed-${change}-${number}`
    case "current_user":
      return `user-${change}`
    case "os_version":
      return `26.${change}`
    case "device_model_name":
      return change % 2 === 0 ? "MacBook Neo" : "iMac Neo"
    case "last_online":
      return new Date(Date.UTC(2026, 0, 1) + change * 60_000).toISOString()
  }
}
