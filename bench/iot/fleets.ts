export type CloudName = "azure-iot-hub" | "aws-iot"

/** What one cloud holds. `isLimited`: it answers 20 queries a minute, as one S1 unit does, and refuses more. */
export type Fleet = { cloud: CloudName; devices: number; edge: number; isLimited: boolean }

/** Every so many-th device is an edge device, with five modules each. */
const edgeEvery = 100

const fleet = (cloud: CloudName, devices: number, isLimited = false): Fleet => ({
  cloud,
  devices,
  edge: Math.floor(devices / edgeEvery),
  isLimited,
})

/** Both clouds at each size, as fast as they can. */
export const freeFleets = (sizes: number[]): Fleet[] =>
  sizes.flatMap((devices) => [fleet("azure-iot-hub", devices), fleet("aws-iot", devices)])

export const limitedFleet: Fleet = fleet("azure-iot-hub", 10_000, true)

/** What makes a simulator hold such a fleet. */
export function commandFor({ cloud, devices, edge, isLimited }: Fleet): object {
  if (cloud === "aws-iot") return { devices, cores: edge }
  return {
    devices,
    mix: { edgeEvery, concentratorEvery: 0, modulesPerEdge: 5 },
    throttle: isLimited ? { perMinute: 20, burst: 20 } : null,
  }
}

/** What an admin would set. A tier makes the connector keep to its quota at an endpoint that is not Azure's. */
export function settingsFor({ cloud, isLimited }: Fleet): Record<string, string | number> {
  if (cloud === "aws-iot") return {}
  return { modelPolicy: "create", ...(isLimited ? { tier: "S1", units: 1 } : {}) }
}
