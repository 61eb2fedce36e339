import { type DeviceFields, type DeviceType, deviceFields, deviceType } from "@/lib/domain/device"
import { inferDeviceType } from "@/lib/domain/infer-device-type"
import type { Json } from "@/lib/domain/json"
import { readFlag, readText, readTimestamp } from "@/lib/domain/read-value"
import { serialKey } from "@/lib/domain/serial-key"
import { type DeviceRecord, type Reject, sourceRecord } from "@/lib/domain/session"
import type { RestConfig } from "@/lib/providers/rest-mdm/config/config"
import { readAttributes } from "./read-attributes"
import { readField, readTextField } from "./read-field"
import { rejectItem } from "./reject-item"

type Mapping = Pick<RestConfig, "fields" | "attributes" | "case_insensitive">

const textFields = [
  ["serialNumber", "serial_number"],
  ["name", "name"],
  ["model", "model"],
  ["modelIdentifier", "model_identifier"],
  ["assignedTo", "assigned_to"],
  ["osVersion", "os_version"],
] as const
type TextField = (typeof textFields)[number][0]

const longestId = sourceRecord.shape.externalId.maxLength ?? Number.POSITIVE_INFINITY
const longest = (field: TextField): number =>
  deviceFields.shape[field].unwrap().maxLength ?? Number.POSITIVE_INFINITY

/** Turns an item of a list into a record, or says why it cannot be one. Never throws. */
export function mapItem(item: Json, mapping: Mapping): DeviceRecord | Reject {
  const { fields: specs, case_insensitive: ignoreCase } = mapping
  const place = (key: (typeof textFields)[number][1] | "external_id") => specs[key]?.path[0] ?? null
  if (typeof item !== "object" || item === null || Array.isArray(item))
    return rejectItem(item, {
      reason: "invalid",
      externalId: null,
      path: null,
      message: "The list holds something that is no object.",
    })
  const externalId = readTextField(item, specs.external_id, ignoreCase)
  if (externalId === null) {
    const message = "The device has no id, so it cannot be followed from run to run."
    return rejectItem(item, { reason: "no_external_id", externalId, path: place("external_id"), message })
  }
  if (externalId.length > longestId)
    return rejectItem(item, {
      reason: "invalid",
      externalId: externalId.slice(0, longestId).toWellFormed(),
      path: place("external_id"),
      message: tooLong(place("external_id"), externalId.length, longestId),
    })
  const fields = readFields(item, mapping)
  const isNeeded = specs.serial_number?.required ?? true
  if (isNeeded && serialKey(fields.serialNumber) === null) {
    const message = fields.serialNumber === null ? noSerial : placeholder(fields.serialNumber)
    return rejectItem(item, { reason: "no_serial", externalId, path: place("serial_number"), message })
  }
  for (const [field, key] of textFields) {
    const length = fields[field]?.length ?? 0
    const path = place(key)
    if (length > longest(field))
      return rejectItem(item, {
        reason: "invalid",
        externalId,
        path,
        message: tooLong(path, length, longest(field)),
      })
    if (fields[field] === null && field !== "serialNumber" && specs[key]?.required === true)
      return rejectItem(item, {
        reason: "invalid",
        externalId,
        path,
        message: `The device has no ${key}, which the mapping requires.`,
      })
  }
  return {
    externalId,
    sourceVersion: null,
    fields,
    attributes: readAttributes(item, mapping),
    state: {
      connectionState: connectionOf(readField(item, specs.online, ignoreCase)?.value ?? null),
      lastActivityAt: readTimestamp(readField(item, specs.last_seen_at, ignoreCase)?.value ?? null),
    },
  }
}

function readFields(item: Json, { fields: specs, case_insensitive: ignoreCase }: Mapping): DeviceFields {
  const text = (key: (typeof textFields)[number][1]) => readTextField(item, specs[key], ignoreCase)
  const model = text("model")
  const modelIdentifier = text("model_identifier")
  const serialNumber = text("serial_number")
  return {
    name: text("name") ?? serialNumber,
    serialNumber,
    model: model ?? modelIdentifier,
    modelIdentifier,
    type: readType(item, { specs, model, modelIdentifier, ignoreCase }),
    kind: "standard",
    assignedTo: text("assigned_to"),
    osVersion: text("os_version"),
  }
}

type Typing = {
  specs: Mapping["fields"]
  model: string | null
  modelIdentifier: string | null
  ignoreCase: boolean
}

function readType(item: Json, { specs, model, modelIdentifier, ignoreCase }: Typing): DeviceType {
  const spec = specs.type
  if (!("infer" in spec)) return asType(readTextField(item, spec, ignoreCase))
  const type = inferDeviceType({
    names: spec.from.includes("model") ? [model] : [],
    identifiers: spec.from.includes("model_identifier") ? [modelIdentifier] : [],
    runsMacOs: false,
  })
  return type === "unknown" ? asType(readTextField(item, spec.otherwise, ignoreCase)) : type
}

const asType = (text: string | null): DeviceType =>
  deviceType.safeParse(text?.toLowerCase()).data ?? "unknown"

function connectionOf(online: Json): "connected" | "disconnected" | "unknown" {
  const flag = readFlag(online)
  return flag === null ? "unknown" : flag ? "connected" : "disconnected"
}

const noSerial = "The device has no serial number, so it cannot be told from others."

const placeholder = (serial: string): string =>
  `The serial number ${serial.slice(0, 50).toWellFormed()} is a placeholder, so the device cannot be told from others.`

const tooLong = (path: string | null, length: number, limit: number): string =>
  `${upperFirst(path ?? "a value")} has ${length.toLocaleString("en")} characters; Rollcall takes at most ${limit.toLocaleString("en")}. Shorten it at the source.`

const upperFirst = (text: string): string => (text.startsWith("$") ? `The value at ${text}` : text)

/** Used where only the id of an item matters. */
export const idOf = (item: Json, { fields, case_insensitive }: Mapping): string =>
  readText(readField(item, fields.external_id, case_insensitive)?.value ?? null) ?? JSON.stringify(item)
