import { type DeviceFields, deviceFields } from "@/lib/domain/device"
import { inferDeviceType } from "@/lib/domain/infer-device-type"
import { readFlag, readText, readTimestamp } from "@/lib/domain/read-value"
import type { DeviceRecord, Reject } from "@/lib/domain/session"
import { readAttributes } from "./attributes"
import type { AddigyDevice } from "./device"
import type { FactId } from "./facts"
import { longestExternalId, rejectDevice, tooLong } from "./reject"

/** Which facts fill which field, the best first (providers/addigy-and-other-mdms.md, A.5). */
const sources = {
  name: ["device_name", "host_name", "localhost_name", "serial_number"],
  serialNumber: ["serial_number"],
  model: ["device_model_name", "product_description", "product_name", "hardware_model"],
  modelIdentifier: ["hardware_model", "product_name"],
  assignedTo: ["current_user", "identity_username"],
  osVersion: ["os_version", "mac_os_x_version"],
} as const satisfies Record<string, readonly FactId[]>
type TextField = keyof typeof sources

const shape = deviceFields.shape
const limits: [TextField, number][] = [
  ["name", longest(shape.name)],
  ["serialNumber", longest(shape.serialNumber)],
  ["model", longest(shape.model)],
  ["modelIdentifier", longest(shape.modelIdentifier)],
  ["assignedTo", longest(shape.assignedTo)],
  ["osVersion", longest(shape.osVersion)],
]

/** Turns an Addigy device into a record, or says why it cannot be one. Never throws. */
export function mapDevice(device: AddigyDevice): DeviceRecord | Reject {
  const externalId = readText(device.agentId)
  if (externalId === null)
    return rejectDevice(
      device,
      "no_external_id",
      "agentid",
      "The device has no agentid, so it cannot be followed from run to run.",
    )
  if (externalId.length > longestExternalId)
    return rejectDevice(
      device,
      "invalid",
      "agentid",
      tooLong("agentid", externalId.length, longestExternalId),
    )
  const fields = readFields(device)
  if (fields.serialNumber === null)
    return rejectDevice(
      device,
      "no_serial",
      device.pathOf("serial_number"),
      "The device has no serial number, so it cannot be told from others. Addigy fills it when the device next reports.",
    )
  for (const [field, limit] of limits) {
    const length = fields[field]?.length ?? 0
    if (length > limit) {
      const path = device.pathOf(sourceOf(device, field))
      return rejectDevice(device, "invalid", path, tooLong(path, length, limit))
    }
  }
  return {
    externalId,
    sourceVersion: null,
    fields,
    attributes: readAttributes(device),
    state: readState(device),
  }
}

function readFields(device: AddigyDevice): DeviceFields {
  const model = firstText(device, sources.model)
  const modelIdentifier = firstText(device, sources.modelIdentifier)
  return {
    name: firstText(device, sources.name),
    serialNumber: firstText(device, sources.serialNumber),
    model,
    modelIdentifier,
    type: inferDeviceType({
      names: [model, readText(device.fact("product_description"))],
      identifiers: [modelIdentifier, readText(device.fact("product_name"))],
      runsMacOs: runsMacOs(device),
    }),
    kind: "standard",
    assignedTo: readUser(device),
    osVersion: firstText(device, sources.osVersion),
  }
}

function firstText(device: AddigyDevice, ids: readonly FactId[]): string | null {
  for (const id of ids) {
    const text = readText(device.fact(id))
    if (text !== null) return text
  }
  return null
}

/** Only Macs have a Mac OS X version; newer ones name macOS in their system version. */
function runsMacOs(device: AddigyDevice): boolean {
  const system = readText(device.fact("system_version"))
  return readText(device.fact("mac_os_x_version")) !== null || system?.startsWith("macOS") === true
}

/** Accounts of macOS itself, which the console shows while nobody is signed in. */
const noUsers = new Set(["root", "_mbsetupuser", "loginwindow"])

function readUser(device: AddigyDevice): string | null {
  for (const id of sources.assignedTo) {
    const user = readText(device.fact(id))
    if (user !== null && !noUsers.has(user.toLowerCase())) return user
  }
  return null
}

function readState(device: AddigyDevice): DeviceRecord["state"] {
  const online = readFlag(device.fact("online"))
  return {
    connectionState: online === null ? "unknown" : online ? "connected" : "disconnected",
    lastActivityAt:
      readTimestamp(device.fact("last_online")) ??
      readTimestamp(device.fact("mdm_last_connected")) ??
      readTimestamp(device.auditDate),
  }
}

function sourceOf(device: AddigyDevice, field: TextField): FactId {
  return sources[field].find((id) => readText(device.fact(id)) !== null) ?? sources[field][0]
}

function longest(field: (typeof shape)["name"]): number {
  return field.unwrap().maxLength ?? Number.POSITIVE_INFINITY
}
