import type { Json } from "@/lib/domain/json"
import { draw, hex8, pick } from "@/simulators/random"
import { frequencyPlans, routerConfigOf } from "./frequency-plans"

export type JsonObject = { [key: string]: Json }
export const kinds = ["standard", "edge", "concentrator"] as const
export type Kind = (typeof kinds)[number]

/** What one module of an edge device is doing. */
export type Running = {
  name: string
  image: string
  version: string
  runtimeStatus: string
  restarts: number
  exitCode: number
}

/** A device as the hub holds it. A twin's version is the sum of its two property versions; the registry's etag counts apart. */
export type Device = {
  deviceId: string
  kind: Kind
  tags: JsonObject
  desired: JsonObject
  reported: JsonObject
  desiredVersion: number
  reportedVersion: number
  registryVersion: number
  /** Another one for each time that a device with this id was made. */
  generation: number
  isEnabled: boolean
  isConnected: boolean
  /** Milliseconds since 1970; null for never. */
  lastActivity: number | null
  /** Of an edge device. */
  modules: Running[]
}

/** Which devices of a fleet are what: every so many-th; 0 for none. */
export type Mix = { edgeEvery: number; concentratorEvery: number; modulesPerEdge: number }

const things = ["press", "pump", "meter", "valve"] as const
const sites = ["lyon", "graz", "porto", "gdansk", "turku"] as const
const programs = ["filter", "opc-publisher", "modbus", "video", "buffer", "rules"] as const
const started = Date.UTC(2026, 2, 2, 8, 15, 30)

/** The device with this number; the same for the same seed and mix. */
export function makeDevice(seed: number, index: number, mix: Mix): Device {
  const drawn = draw(seed, index, 0)
  const kind = kindAt(index, mix)
  const number = String(index + 1).padStart(6, "0")
  const thing = pick(things, drawn >>> 3)
  const deviceId = {
    standard: `${thing}-${number}`,
    edge: `edge-${number}`,
    concentrator: `A84041FF${hex8(index).toUpperCase()}`,
  }[kind]
  return {
    ...blank(deviceId, kind),
    ...described({ kind, thing, number, drawn }),
    ...lively(kind, drawn),
    modules: runningOn(kind, drawn, mix),
  }
}

/** A device that somebody adds: nothing but what was said of it. */
export function blank(deviceId: string, kind: Kind): Device {
  return {
    deviceId,
    kind,
    tags: {},
    desired: {},
    reported: {},
    desiredVersion: 1,
    reportedVersion: 1,
    registryVersion: 1,
    generation: 0,
    isEnabled: true,
    isConnected: false,
    lastActivity: null,
    modules: [],
  }
}

function kindAt(index: number, { edgeEvery, concentratorEvery }: Mix): Kind {
  const isEach = (every: number) => every > 0 && index % every === every - 1
  return isEach(concentratorEvery) ? "concentrator" : isEach(edgeEvery) ? "edge" : "standard"
}

function described(about: { kind: Kind; thing: string; number: string; drawn: number }): Partial<Device> {
  const { kind, thing, number, drawn } = about
  const site = pick(sites, drawn >>> 7)
  switch (kind) {
    case "standard":
      return {
        tags: { deviceName: `${thing} ${Number(number)}`, modelId: `mdl-${thing}`, site },
        desired: { interval: 10 + (drawn % 5) * 10 },
        reported: { fw: `2.${drawn % 7}`, uptime: drawn % 100_000 },
      }
    case "edge":
      return { tags: { deviceName: `Edge ${Number(number)}`, modelId: "mdl-edge", site } }
    case "concentrator": {
      const plan = pick(frequencyPlans, drawn >>> 9)
      return {
        tags: { deviceType: "LoRa Concentrator", deviceName: `Roof ${Number(number)}`, loraRegion: plan.id },
        desired: { routerConfig: routerConfigOf(plan), clientThumbprint: [thumbprint(drawn)] },
      }
    }
  }
}

/** Concentrators talk to a network server, so the hub hears nothing of them. */
function lively(kind: Kind, drawn: number): Partial<Device> {
  if (kind === "concentrator") return {}
  return {
    isConnected: kind === "standard" && drawn % 3 > 0,
    lastActivity: drawn % 11 === 0 ? null : started + (drawn % 1_000_000),
    desiredVersion: 1 + (drawn % 4),
    reportedVersion: 1 + ((drawn >>> 4) % 9),
  }
}

function runningOn(kind: Kind, drawn: number, { modulesPerEdge }: Mix): Running[] {
  if (kind !== "edge") return []
  return Array.from({ length: modulesPerEdge }, (_, at) => {
    const name = at < programs.length ? (programs[at] ?? "module") : `module-${at + 1}`
    const isFailing = (drawn + at) % 9 === 0
    return {
      name,
      image: `reg.example/${name}:1.${drawn % 6}`,
      version: "1.0",
      runtimeStatus: isFailing ? "backoff" : "running",
      restarts: isFailing ? 3 : 0,
      exitCode: isFailing ? 139 : 0,
    }
  })
}

/** Twenty bytes as stations write them. */
const thumbprint = (drawn: number): string =>
  Array.from({ length: 5 }, (_, at) => hex8(draw(drawn, at, 4)))
    .join("")
    .toUpperCase()
    .replace(/(..)(?=.)/g, "$1:")
