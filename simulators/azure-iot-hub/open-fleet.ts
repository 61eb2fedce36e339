import { blank, type Device, type JsonObject, type Kind, type Mix, makeDevice } from "./device"

/** What a change does. `connection` and `activity` move no version, `status`, `edge` and `standard` only the registry's. */
export const changes = [
  "name",
  "tag",
  "desired",
  "reported",
  "connection",
  "activity",
  "status",
  "edge",
  "standard",
  "modules",
] as const
export type Change = (typeof changes)[number]

export type Added = {
  deviceId: string
  kind?: Kind | undefined
  tags?: JsonObject | undefined
  desired?: JsonObject | undefined
}

export type Fleet = ReturnType<typeof openFleet>

/**
 * A fleet of any size that is never held in memory: a device is made from its number when it is asked for. Only what was
 * removed, added or changed by hand is remembered. Numbers below zero stand for added devices.
 */
export function openFleet({ devices, seed, mix }: { devices: number; seed: number; mix: Mix }) {
  const gone = new Set<number>()
  const changed = new Map<number, Device>()
  let added = 0
  let revision = 0
  let listed: { order: Int32Array; byId: Map<string, number> } | null = null

  const deviceOf = (number: number): Device => changed.get(number) ?? makeDevice(seed, number, mix)

  function list() {
    listed ??= listAll()
    return listed
  }

  function listAll() {
    const order = Int32Array.from(
      [...Array(devices).keys(), ...Array.from({ length: added }, (_, at) => -at - 1)].filter(
        (number) => !gone.has(number),
      ),
    )
    return { order, byId: new Map(Array.from(order, (number) => [deviceOf(number).deviceId, number])) }
  }

  const moved = () => {
    listed = null
    revision += 1
  }

  function put(number: number, device: Device): void {
    changed.set(number, device)
    revision += 1
  }

  function find(deviceId: string): Device | null {
    const number = list().byId.get(deviceId)
    return number === undefined ? null : deviceOf(number)
  }

  return {
    seed,
    mix,
    deviceOf,
    find,
    order: () => list().order,
    size: () => list().order.length,
    revision: () => revision,
    removeFirst(count: number) {
      for (const number of list().order.subarray(0, count)) gone.add(number)
      moved()
    },
    remove(deviceIds: string[]) {
      for (const id of deviceIds) {
        const number = list().byId.get(id)
        if (number !== undefined) gone.add(number)
      }
      moved()
    },
    /** A device with an id that was there before is made anew: another generation, versions from the start. */
    add(devices: Added[]) {
      for (const { deviceId, kind = "standard", tags = {}, desired = {} } of devices) {
        added += 1
        const made = { ...blank(deviceId, kind), tags, desired, generation: added }
        changed.set(-added, made)
      }
      moved()
    },
    /** Changes the first `count` devices, of one kind where one is named. */
    change({ count, field, of }: { count: number; field: Change; of?: Kind | undefined }) {
      let left = count
      for (const number of list().order) {
        if (left === 0) return
        const device = deviceOf(number)
        if (of !== undefined && device.kind !== of) continue
        put(number, changedDevice(device, field, revision))
        left -= 1
      }
    },
  }
}

function changedDevice(device: Device, field: Change, turn: number): Device {
  const { tags, desired, reported } = device
  switch (field) {
    case "name":
      return {
        ...device,
        tags: { ...tags, deviceName: `renamed ${turn}` },
        desiredVersion: device.desiredVersion + 1,
      }
    case "tag":
      return { ...device, tags: { ...tags, site: `site ${turn}` }, desiredVersion: device.desiredVersion + 1 }
    case "desired":
      return {
        ...device,
        desired: { ...desired, interval: 1000 + turn },
        desiredVersion: device.desiredVersion + 1,
      }
    case "reported":
      return {
        ...device,
        reported: { ...reported, fw: `3.${turn}` },
        reportedVersion: device.reportedVersion + 1,
      }
    case "connection":
      return { ...device, isConnected: !device.isConnected }
    case "activity":
      return { ...device, lastActivity: Date.UTC(2026, 5, 1) + turn * 60_000 }
    case "status":
      return { ...device, isEnabled: !device.isEnabled, registryVersion: device.registryVersion + 1 }
    case "edge":
      return {
        ...device,
        kind: "edge",
        registryVersion: device.registryVersion + 1,
        modules: makeDevice(1, 0, oneEdge).modules,
      }
    case "standard":
      return { ...device, kind: "standard", registryVersion: device.registryVersion + 1, modules: [] }
    case "modules":
      return {
        ...device,
        reportedVersion: device.reportedVersion + 1,
        modules: device.modules.map((module) => ({
          ...module,
          runtimeStatus: "failed",
          restarts: module.restarts + 1,
          exitCode: 1,
        })),
      }
  }
}

const oneEdge: Mix = { edgeEvery: 1, concentratorEvery: 0, modulesPerEdge: 2 }
