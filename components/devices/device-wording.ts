import type { ConnectionState, DeviceKind, DeviceStatus, DeviceType } from "@/lib/domain/device"
import type { Json } from "@/lib/domain/json"

export const typeNames: Record<DeviceType, string> = {
  macbook: "MacBook",
  desktop: "Desktop Mac",
  mac: "Mac",
  ipad: "iPad",
  iphone: "iPhone",
  ipod: "iPod",
  "apple-tv": "Apple TV",
  "apple-watch": "Apple Watch",
  vision: "Vision",
  monitor: "Monitor",
  accessory: "Accessory",
  unknown: "Unknown type",
}

export const kindNames: Record<DeviceKind, string> = {
  standard: "Standard",
  edge: "Edge device",
  concentrator: "Concentrator",
}

/** What sort of thing a device is; what an IoT cloud tells of it is its kind. */
export const typeWords = ({ type, kind }: { type: DeviceType; kind: DeviceKind }): string =>
  kind === "standard" ? typeNames[type] : kindNames[kind]

export const statusNames: Record<DeviceStatus, string> = { active: "Active", retired: "Removed" }

export const connectionNames: Record<ConnectionState, string> = {
  connected: "Online",
  disconnected: "Offline",
  unknown: "Not known",
}

const fieldNames: Record<string, string> = {
  name: "Name",
  serialNumber: "Serial number",
  model: "Model",
  modelIdentifier: "Model identifier",
  type: "Type",
  kind: "Kind",
  assignedTo: "Assigned to",
  osVersion: "OS version",
  status: "Status",
  attributes: "Attributes",
  sources: "Record at the source",
  description: "Description",
  deprecated: "Deprecated",
}

/** A field in words; a path into the attributes stays as it is. */
export const fieldName = (field: string): string =>
  fieldNames[field] ?? field.replace(/^attributes\./, "").replace(/^modules\./, "Module ")

/** A value as people read it: types and states by name, absent as a dash, the rest as JSON. */
export function valueWords(field: string, value: Json): string {
  if (value === null) return "–"
  if (field.startsWith("modules.")) return moduleWords(value)
  if (typeof value === "boolean") return value ? "Yes" : "No"
  if (Array.isArray(value) && value.every(isPlain)) return value.length === 0 ? "none" : value.join(", ")
  if (typeof value === "number") return String(value)
  if (typeof value !== "string") return linesOf(value)?.join(", ") ?? JSON.stringify(value)
  const names: Record<string, string> | undefined = namesOf[field]
  return names?.[value] ?? value
}

const isPlain = (value: Json): boolean => typeof value === "string" || typeof value === "number"

/** Names with plain values as `name value`; null for lists, for what is deeper, and for nothing. */
function linesOf(value: Json): string[] | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null
  const entries = Object.entries(value)
  const isFlat = entries.length > 0 && entries.every(([, entry]) => typeof entry !== "object")
  return isFlat ? entries.map(([name, entry]) => `${name} ${String(entry)}`) : null
}

/** How a module is meant to run: `registry.example/filter:1.4, running`. */
function moduleWords(value: Json): string {
  const said = typeof value === "object" && value !== null ? Object.values(value) : [value]
  return said.filter((part) => part !== null).join(", ")
}

const namesOf: Record<string, Record<string, string>> = {
  type: typeNames,
  kind: kindNames,
  status: statusNames,
}

/** How the history of a device or model names what changed. */
export const deviceWording = { fieldName, valueWords }

/** What to call a device that may have no name. */
export const titleOf = (device: { name: string | null; serialNumber: string | null }): string =>
  device.name ?? device.serialNumber ?? "Unnamed device"
