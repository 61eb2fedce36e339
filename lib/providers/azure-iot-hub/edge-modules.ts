import { type DeviceModule, deviceModule } from "@/lib/domain/device"
import type { Json } from "@/lib/domain/json"
import { connectionOf } from "./connection"
import { type JsonObject, latest, objectIn, readCount, readText, readTimestamp } from "./read-value"

/** A module as its agent describes it; whether it is connected only the `$edgeHub` knows. */
export type RunningModule = Omit<DeviceModule, "connectionState">
export type Client = Pick<DeviceModule, "connectionState" | "lastActivityAt">

const limits = deviceModule.shape

/**
 * What the twin of an `$edgeAgent` says should run and does run (§A.7 of the provider facts). What runs counts before what should;
 * `status` in the reported part is a copy of what is desired, `runtimeStatus` is what is.
 */
export function readModules(agent: JsonObject): RunningModule[] {
  const desired = objectIn(propertiesOf(agent, "desired").modules)
  const reported = objectIn(propertiesOf(agent, "reported").modules)
  return [...new Set([...Object.keys(desired), ...Object.keys(reported)])]
    .filter((name) => !name.startsWith("$") && limits.name.safeParse(name).success)
    .sort()
    .map((name) => readModule(name, objectIn(desired[name]), objectIn(reported[name])))
}

/** Which modules of its own device the twin of an `$edgeHub` has as clients, by name. Leaf devices among them are left out. */
export function readClients(deviceId: string, hub: JsonObject): Record<string, Client> {
  const clients = objectIn(propertiesOf(hub, "reported").clients)
  const own = `${deviceId}/`
  return Object.fromEntries(
    Object.entries(clients).flatMap(([name, value]) =>
      name.startsWith(own) ? [[name.slice(own.length), readClient(objectIn(value))]] : [],
    ),
  )
}

/** Modules with what is known of their connection. */
export function withClients(modules: RunningModule[], clients: Record<string, Client>): DeviceModule[] {
  return modules.map((module) => {
    const known = Object.hasOwn(clients, module.name) ? clients[module.name] : undefined // "constructor" is a name
    const client = known ?? { connectionState: "unknown", lastActivityAt: null }
    return { ...module, ...client, lastActivityAt: latest([module.lastActivityAt, client.lastActivityAt]) }
  })
}

function readModule(name: string, desired: JsonObject, reported: JsonObject): RunningModule {
  return {
    name,
    image: imageIn(reported) ?? imageIn(desired),
    version: fitting(readText(reported.version) ?? readText(desired.version), limits.version),
    desiredStatus: fitting(readText(desired.status) ?? readText(reported.status), limits.desiredStatus),
    runtimeStatus: fitting(readText(reported.runtimeStatus), limits.runtimeStatus),
    restarts: readCount(reported.restartCount),
    exitCode: readWhole(reported.exitCode),
    lastActivityAt: latest(
      [
        reported.startTimeUtc ?? reported.lastStartTimeUtc,
        reported.lastRestartTimeUtc,
        reported.lastExitTimeUtc,
      ].map(readTimestamp),
    ),
  }
}

function readClient(client: JsonObject): Client {
  return {
    connectionState: connectionOf(client.status),
    lastActivityAt: latest(
      [
        client.lastConnectTimeUtc ?? client.lastConnectTime,
        client.lastDisconnectTimeUtc ?? client.lastDisconnectTime,
      ].map(readTimestamp),
    ),
  }
}

const imageIn = (module: JsonObject): string | null =>
  fitting(readText(objectIn(module.settings).image), limits.image)

/** A text, or null when it is longer than is kept. */
function fitting(
  text: string | null,
  limit: { safeParse(value: unknown): { success: boolean } },
): string | null {
  return limit.safeParse(text).success ? text : null
}

/** Exit codes of Windows containers are beyond 32 bits with a sign. */
const readWhole = (value: Json | undefined): number | null =>
  typeof value === "number" && Number.isSafeInteger(value) ? value : null

const propertiesOf = (twin: JsonObject, part: "desired" | "reported"): JsonObject =>
  objectIn(objectIn(twin.properties)[part])
