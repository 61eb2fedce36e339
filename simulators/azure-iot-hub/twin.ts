import type { Device, JsonObject, Running } from "./device"

/** Azure's way to write never. */
const never = "0001-01-01T00:00:00Z"

/** A device twin as the hub sends it. */
export function twinOf(device: Device): JsonObject {
  const { deviceId, kind, tags, desired, reported, isEnabled, isConnected, lastActivity } = device
  const scope = `ms-azure-iot-edge://${deviceId}-${638_000_000 + device.generation}`
  return {
    deviceId,
    etag: etagOf(device.desiredVersion),
    deviceEtag: Buffer.from(String(718_826_109 + device.generation * 1000 + device.registryVersion)).toString(
      "base64",
    ),
    status: isEnabled ? "enabled" : "disabled",
    statusReason: null,
    statusUpdateTime: never,
    connectionState: isConnected ? "Connected" : "Disconnected",
    lastActivityTime: momentOf(lastActivity),
    cloudToDeviceMessageCount: 0,
    authenticationType: "sas",
    x509Thumbprint: { primaryThumbprint: null, secondaryThumbprint: null },
    modelId: "",
    version: device.desiredVersion + device.reportedVersion,
    ...(kind === "edge" ? { configurations: { "base-deployment": { status: "applied" } } } : {}),
    tags,
    properties: {
      desired: withMetadata(desired, device.desiredVersion),
      reported: withMetadata(reported, device.reportedVersion),
    },
    capabilities: { iotEdge: kind === "edge" },
    ...(kind === "edge" ? { deviceScope: scope } : {}),
  }
}

/** The twins of an edge device's modules: the two system ones, then its own. Other devices have none. */
export const moduleIdsOf = ({ kind, modules }: Device): string[] =>
  kind === "edge" ? ["$edgeAgent", "$edgeHub", ...modules.map(({ name }) => name)] : []

export function moduleTwinOf(device: Device, moduleId: string): JsonObject {
  const { deviceId, lastActivity, modules } = device
  const [desired, reported] =
    moduleId === "$edgeAgent"
      ? agentProperties(modules)
      : moduleId === "$edgeHub"
        ? hubProperties(device)
        : [{}, {}]
  return {
    deviceId,
    moduleId,
    etag: etagOf(device.desiredVersion),
    deviceEtag: etagOf(device.registryVersion),
    status: "enabled",
    statusUpdateTime: never,
    connectionState: moduleId === "$edgeAgent" && lastActivity !== null ? "Connected" : "Disconnected",
    lastActivityTime: momentOf(lastActivity),
    cloudToDeviceMessageCount: 0,
    authenticationType: "sas",
    x509Thumbprint: { primaryThumbprint: null, secondaryThumbprint: null },
    version: device.desiredVersion + device.reportedVersion,
    properties: {
      desired: withMetadata(desired, device.desiredVersion),
      reported: withMetadata(reported, device.reportedVersion),
    },
  }
}

function agentProperties(modules: Running[]): [JsonObject, JsonObject] {
  const wanted = modules.map(({ name, image, version }) => [
    name,
    {
      version,
      type: "docker",
      status: "running",
      restartPolicy: "always",
      settings: { image, createOptions: '{"Env":["PASSWORD=SECRET-in-options"]}' },
      env: { LICENCE: { value: "SECRET-in-env" } },
    },
  ])
  const running = modules.map(({ name, image, version, runtimeStatus, restarts, exitCode }) => [
    name,
    {
      version,
      type: "docker",
      status: "running",
      restartPolicy: "always",
      settings: { image },
      runtimeStatus,
      restartCount: restarts,
      exitCode,
      startTimeUtc: "2026-03-02T08:15:30.1234567Z",
      lastExitTimeUtc: never,
      lastRestartTimeUtc: never,
    },
  ])
  const system = (name: string) => ({
    type: "docker",
    settings: { image: `mcr.example/azureiotedge-${name}:1.5` },
  })
  return [
    {
      schemaVersion: "1.1",
      runtime: {
        type: "docker",
        settings: {
          registryCredentials: {
            reg: { username: "reg", password: "SECRET-of-registry", address: "reg.example" },
          },
        },
      },
      systemModules: { edgeAgent: system("agent"), edgeHub: system("hub") },
      modules: Object.fromEntries(wanted),
    },
    {
      schemaVersion: "1.1",
      lastDesiredVersion: 1,
      lastDesiredStatus: { code: 200, description: "" },
      systemModules: {
        edgeAgent: { ...system("agent"), runtimeStatus: "running" },
        edgeHub: { ...system("hub"), runtimeStatus: "running" },
      },
      modules: Object.fromEntries(running),
    },
  ]
}

function hubProperties({ deviceId, modules }: Device): [JsonObject, JsonObject] {
  const clients = modules.map(({ name, runtimeStatus }) => [
    `${deviceId}/${name}`,
    {
      status: runtimeStatus === "running" ? "connected" : "disconnected",
      lastConnectTime: "2026-03-02T08:15:31.5Z",
      lastDisconnectTime: never,
    },
  ])
  return [
    { schemaVersion: "1.1", routes: {} },
    { schemaVersion: "1.1", clients: Object.fromEntries(clients) },
  ]
}

function withMetadata(properties: JsonObject, version: number): JsonObject {
  return { ...properties, $metadata: { $lastUpdated: "2026-03-01T10:00:00.1234567Z" }, $version: version }
}

const momentOf = (ms: number | null): string =>
  ms === null ? never : new Date(ms).toISOString().replace("Z", "4567Z")

const etagOf = (version: number): string =>
  Buffer.from(`AAAA${String(version).padStart(4, "0")}`).toString("base64")
