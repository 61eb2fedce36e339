import { z } from "zod"
import { json } from "./json"

/** What a device is, inferred from its model when the provider does not say (S0-CREATE). */
export const deviceType = z.enum([
  "macbook",
  "desktop",
  "mac",
  "ipad",
  "iphone",
  "ipod",
  "apple-tv",
  "apple-watch",
  "vision",
  "monitor",
  "accessory",
  "unknown",
])
export type DeviceType = z.infer<typeof deviceType>

export const deviceKind = z.enum(["standard", "edge", "concentrator"])
export type DeviceKind = z.infer<typeof deviceKind>

/** `active` is known to at least one source or kept by hand; `retired` was proven gone and can be restored. */
export const deviceStatus = z.enum(["active", "retired"])
export type DeviceStatus = z.infer<typeof deviceStatus>

export const connectionState = z.enum(["connected", "disconnected", "unknown"])
export type ConnectionState = z.infer<typeof connectionState>

/** The fields that every source fills in the same words. Absent is null. All lengths in UTF-16 code units. */
export const deviceFields = z.object({
  name: z.string().min(1).max(512).nullable(), // an index takes no more than 2,700 bytes
  serialNumber: z.string().min(1).max(256).nullable(),
  model: z.string().min(1).max(512).nullable(),
  modelIdentifier: z.string().min(1).max(512).nullable(),
  type: deviceType,
  kind: deviceKind,
  assignedTo: z.string().min(1).max(512).nullable(),
  osVersion: z.string().min(1).max(256).nullable(),
})
export type DeviceFields = z.infer<typeof deviceFields>

/** What moves all the time: kept apart, outside the content hash and the history. */
export const deviceState = z.object({
  connectionState,
  /** ISO 8601, UTC. */
  lastActivityAt: z.iso.datetime().nullable(),
})

/** A program that an edge device runs, as last reported. Absent is null. */
export const deviceModule = z.object({
  name: z.string().min(1).max(512),
  image: z.string().min(1).max(1024).nullable(),
  version: z.string().min(1).max(256).nullable(),
  desiredStatus: z.string().min(1).max(64).nullable(),
  runtimeStatus: z.string().min(1).max(64).nullable(),
  restarts: z.number().int().nonnegative().nullable(),
  exitCode: z.number().int().nullable(),
  connectionState,
  lastActivityAt: z.iso.datetime().nullable(),
})
export type DeviceModule = z.infer<typeof deviceModule>

/** A module as `GET /api/devices/:id/modules` gives it: how it ran when its source last said so. */
export const deviceModuleView = deviceModule.extend({
  integrationId: z.uuid(),
  integrationName: z.string(),
  /** Until when it is known to be so. */
  knownAt: z.iso.datetime(),
  /** Since when it is so. */
  changedAt: z.iso.datetime(),
})
export type DeviceModuleView = z.infer<typeof deviceModuleView>

/** Where a device's values come from: one entry per integration that knows it. */
export const deviceSourceView = z.object({
  integrationId: z.uuid(),
  integrationName: z.string(),
  provider: z.string(),
  stream: z.string(),
  externalId: z.string(),
  fields: deviceFields,
  attributes: z.record(z.string(), json),
  missingSince: z.iso.datetime().nullable(),
  retiredAt: z.iso.datetime().nullable(),
  firstSeenAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
})
export type DeviceSourceView = z.infer<typeof deviceSourceView>

/** A device as `GET /api/devices` gives it. */
export const deviceView = deviceFields.extend({
  id: z.uuid(),
  status: deviceStatus,
  externalIds: z.array(z.string()),
  connectionState,
  lastActivityAt: z.iso.datetime().nullable(),
  /** Ids, names and providers of the integrations that report it; empty for one kept by hand. */
  sources: z.array(z.object({ integrationId: z.uuid(), name: z.string(), provider: z.string() })),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type DeviceView = z.infer<typeof deviceView>

/** `GET /api/devices/:id`: the device, and what each source says of it. */
export const deviceDetail = deviceView.extend({
  records: z.array(deviceSourceView),
  /** Until when the connection state is known: when its source was last read whole. Null where none gives one. */
  stateKnownAt: z.iso.datetime().nullable(),
})
export type DeviceDetail = z.infer<typeof deviceDetail>
