import { deviceFields } from "@/lib/domain/device"
import type { Json } from "@/lib/domain/json"
import { type Reject, type SourceRecord, sourceRecord } from "@/lib/domain/session"
import type { Evidence } from "./evidence"
import { mapComponents } from "./map-components"
import { openEntries } from "./open-entries"
import { readTime } from "./read-time"
import { rejectItem, rejectLong, rejectShape } from "./reject"
import { type CoreDevice, coreDevice, indexEntry, type Thing, thing } from "./shapes"

type Known = { of: (thingName: string) => Evidence; notAsked: Set<string> }

const limits = {
  thingName: sourceRecord.shape.externalId.maxLength ?? Number.POSITIVE_INFINITY,
  thingTypeName: deviceFields.shape.model.unwrap().maxLength ?? Number.POSITIVE_INFINITY,
}

/** A thing as a device: its type is its model, its attributes are the device's. Or why it cannot be taken. */
export function mapThing(item: Json, { of, notAsked }: Known): SourceRecord | Reject {
  const { data, error } = thing.safeParse(item)
  if (error) return rejectShape(item, { what: "thing", idKey: "thingName", error })
  for (const path of ["thingName", "thingTypeName"] as const) {
    const length = data[path]?.length ?? 0
    if (length > limits[path]) return rejectLong(item, "thingName", { path, length, limit: limits[path] })
  }
  if (notAsked.has(data.thingName))
    return rejectItem(item, "thingName", {
      reason: "invalid",
      path: null,
      message:
        "AWS did not say whether this thing has Greengrass's shadow, so it is left as it was. The next run asks again.",
    })
  return recordOf(data, of(data.thingName))
}

function recordOf(one: Thing, evidence: Evidence): SourceRecord {
  const core = coreDevice.safeParse(evidence.core).data ?? null
  const kind = evidence.edge === null ? "standard" : "edge"
  return {
    externalId: one.thingName,
    sourceVersion: one.version ?? null,
    identity: identityOf(evidence, core),
    fields: {
      name: one.thingName,
      serialNumber: null,
      model: one.thingTypeName || null,
      modelIdentifier: null,
      type: "unknown",
      kind,
      assignedTo: null,
      osVersion: null,
    },
    attributes: attributesOf(one, evidence, core),
    state: stateOf(evidence, core),
    ...modulesOf(kind, evidence),
  }
}

/** Of what the thing's version does not count: when it becomes a core, it is taken whole. */
function identityOf({ edge }: Evidence, core: CoreDevice | null): string {
  const parts = [edge ?? "no edge device", core?.platform, core?.architecture, core?.runtime]
  return parts.filter(Boolean).join(", ").slice(0, 512).toWellFormed()
}

function attributesOf(one: Thing, { edge }: Evidence, core: CoreDevice | null): Record<string, Json> {
  const own = {
    thingArn: one.thingArn,
    edgeDeviceBy: edge,
    corePlatform: core?.platform,
    coreArchitecture: core?.architecture,
    coreRuntime: core?.runtime,
  }
  return {
    ...openEntries(one.attributes ?? {}),
    ...Object.fromEntries(Object.entries(own).flatMap(([key, value]) => (value ? [[key, value]] : []))),
  }
}

/** Null where AWS has no news. The fleet index sees connections; a core's health may be as old as its last report. */
function stateOf({ indexed }: Evidence, core: CoreDevice | null): SourceRecord["state"] {
  const seen = indexEntry.safeParse(indexed).data?.connectivity
  const reported = readTime(core?.lastStatusUpdateTimestamp)
  const moved = typeof seen?.timestamp === "number" ? readTime(seen.timestamp / 1000) : null
  const lastActivityAt =
    [reported, moved]
      .filter((time) => time !== null)
      .sort()
      .at(-1) ?? null
  const isConnected = seen?.connected ?? (core === null ? null : core.status?.toUpperCase() === "HEALTHY")
  if (isConnected === null) return null
  return { connectionState: isConnected ? "connected" : "disconnected", lastActivityAt }
}

/** Left out where they could not be read, so that those that are known stay. */
function modulesOf(kind: string, { components }: Evidence): Pick<SourceRecord, "modules"> {
  if (kind === "standard" || components === null) return {}
  return { modules: mapComponents(components) }
}
