import type { JsonObject } from "./device"
import type { World } from "./world"

/** The text of a device's twin at a place of the list, with the faults that its place brings. */
export function placeTwin({ faults }: World, twin: JsonObject, at: number): string {
  const known = faults.find("bare") === null ? twin : bareOf(twin)
  const withKeys = faults.find("secrets") === null ? known : withSecrets(known)
  if (at >= 100) return JSON.stringify(withKeys)
  const hits = (found: { count: number } | null): boolean => found !== null && at < found.count
  if (hits(faults.find("malformed"))) return malformed[at % malformed.length] ?? "null"
  if (hits(faults.find("no_device_id"))) return JSON.stringify({ ...withKeys, deviceId: undefined })
  const long = faults.find("long_name")
  if (long !== null && at < long.count) return JSON.stringify(named(withKeys, "x".repeat(long.length)))
  return JSON.stringify(hits(faults.find("nul")) ? named(withKeys, "nul\0 in\0side") : withKeys)
}

const malformed = ['"not a twin"', "null", '{"deviceId":"half","tags":"none"}', "[]", "42"]

function named(twin: JsonObject, deviceName: string): JsonObject {
  const tags = typeof twin.tags === "object" && !Array.isArray(twin.tags) ? twin.tags : {}
  return { ...twin, tags: { ...tags, deviceName } }
}

const unpromised = new Set([
  "etag",
  "deviceEtag",
  "status",
  "lastActivityTime",
  "authenticationType",
  "deviceScope",
])

const bareOf = (twin: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(twin).filter(([key]) => !unpromised.has(key)))

/** A LoRaWAN end device has its keys among its desired properties. */
function withSecrets(twin: JsonObject): JsonObject {
  const keys = {
    AppEUI: "70B3D57ED0000000",
    AppKey: "SECRET-app-key",
    AppSKey: "SECRET-session",
    NwkSKey: "SECRET-network",
  }
  return {
    ...twin,
    properties: {
      desired: { ...keys, cups: { cupsCredentialUrl: "SECRET-url" }, $version: 2 },
      reported: { $version: 1 },
    },
  }
}
