import { type DeviceFields, type DeviceModule, deviceFields } from "@/lib/domain/device"
import type { Json } from "@/lib/domain/json"
import { type DeviceRecord, type Reject, sourceRecord } from "@/lib/domain/session"
import { readAttributes } from "./attributes"
import { type Pulse, readState } from "./connection"
import { identityOf } from "./identity"
import { kindOf } from "./kind"
import { isObject, type JsonObject, objectIn, readCount, readText } from "./read-value"
import { rejectTwin, tooLong } from "./reject"
import type { AzureSettings } from "./settings"

/** What is known of an edge device's modules by its id; null where nothing is. */
export type ModulesOf = (deviceId: string) => { modules: DeviceModule[] | null; pulse: Pulse } | null

const longest = (schema: { unwrap(): { maxLength: number | null } }) =>
  schema.unwrap().maxLength ?? Number.POSITIVE_INFINITY
const { name: nameLimit, model: modelLimit, modelIdentifier: identifierLimit } = deviceFields.shape
const limits: ["name" | "model" | "modelIdentifier", string, number][] = [
  ["name", "tags.deviceName", longest(nameLimit)],
  ["model", "tags.modelId", longest(modelLimit)],
  ["modelIdentifier", "modelId", longest(identifierLimit)],
]
const longestId = sourceRecord.shape.externalId.maxLength ?? Number.POSITIVE_INFINITY

/** Turns a device twin (§A.6 of the provider facts) into a record, or says why it cannot be one. Never throws. */
export function mapTwin(twin: Json, settings: AzureSettings, modulesOf: ModulesOf): DeviceRecord | Reject {
  if (!isObject(twin))
    return rejectTwin(twin, "invalid", null, "The hub sent something that is no device twin.")
  const deviceId = typeof twin.deviceId === "string" && twin.deviceId !== "" ? twin.deviceId : null
  if (deviceId === null)
    return rejectTwin(
      twin,
      "no_external_id",
      "deviceId",
      "The twin has no deviceId, so it cannot be followed from run to run.",
    )
  if (deviceId.length > longestId)
    return rejectTwin(twin, "invalid", "deviceId", tooLong("deviceId", deviceId.length, longestId))
  const misshapen = ["tags", "properties"].find(
    (part) => (twin[part] ?? null) !== null && !isObject(twin[part]),
  )
  if (misshapen !== undefined)
    return rejectTwin(
      twin,
      "invalid",
      misshapen,
      `The twin's ${misshapen} are no object, so nothing can be read from them.`,
    )
  const kind = kindOf(twin, settings)
  const fields = readFields(deviceId, twin, kind)
  for (const [field, path, limit] of limits) {
    const length = fields[field]?.length ?? 0
    if (length > limit) return rejectTwin(twin, "invalid", path, tooLong(path, length, limit))
  }
  const running = kind === "edge" ? modulesOf(deviceId) : null
  return {
    externalId: deviceId,
    sourceVersion: readCount(twin.version),
    identity: identityOf(twin, kind, settings.reported),
    fields,
    attributes: readAttributes(twin, kind, settings),
    state: readState(twin, running?.pulse ?? null),
    // Left out, not empty, when nothing was heard of them: what is known then stays
    ...(running?.modules == null ? {} : { modules: running.modules }),
  }
}

/** A hub knows no serials. `tags.modelId` names the model in IoT-Hub-Portal's way; the twin's own modelId is a Plug and Play id. */
function readFields(deviceId: string, twin: JsonObject, kind: DeviceFields["kind"]): DeviceFields {
  const tags = objectIn(twin.tags)
  return {
    name: readText(tags.deviceName) ?? deviceId,
    serialNumber: null,
    model: readText(tags.modelId),
    modelIdentifier: readText(twin.modelId),
    type: "unknown",
    kind,
    assignedTo: null,
    osVersion: null,
  }
}
