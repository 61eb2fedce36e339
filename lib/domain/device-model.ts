import { z } from "zod"
import { deviceKind, deviceStatus } from "./device"
import { json } from "./json"
import { listQuery } from "./listing"

/** What a provider says of a kind of device: a thing type, a deployment for edge devices. Absent is null. */
export const deviceModelFields = z.object({
  name: z.string().min(1).max(512),
  kind: deviceKind,
  description: z.string().min(1).max(2048).nullable(),
  /** Still known to the provider, but not meant for new devices. */
  deprecated: z.boolean(),
})
export type DeviceModelFields = z.infer<typeof deviceModelFields>

/** Who says that there is a model: a provider, a person, or Rollcall because a device named it (S3-MODEL). */
export const modelOrigin = z.enum(["source", "hand", "rollcall"])
export type ModelOrigin = z.infer<typeof modelOrigin>

/** A model as `GET /api/device-models` gives it. */
export const deviceModelView = deviceModelFields.extend({
  id: z.uuid(),
  /** Its id at the provider; of the account's own its name. */
  externalId: z.string(),
  origin: modelOrigin,
  /** Null for one that the account made itself. */
  source: z
    .object({ integrationId: z.uuid(), name: z.string(), provider: z.string(), stream: z.string() })
    .nullable(),
  status: deviceStatus,
  /** Active devices that name it. */
  devices: z.number().int(),
  /** When a complete read first did not hold it; null while it is there. */
  missingSince: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type DeviceModelView = z.infer<typeof deviceModelView>

/** `GET /api/device-models/:id`: with what else its provider says. */
export const deviceModelDetail = deviceModelView.extend({ attributes: z.record(z.string(), json) })
export type DeviceModelDetail = z.infer<typeof deviceModelDetail>

/** The query of `GET /api/device-models`. Models that are gone are left out unless asked for. */
export const deviceModelQuery = listQuery.extend({
  /** Part of a name, description or external id, in any case. */
  search: z.string().trim().max(200).optional(),
  kind: deviceKind.optional(),
  integrationId: z.uuid().optional(),
  includeRetired: z.union([z.boolean(), z.stringbool()]).default(false),
})
export type DeviceModelQuery = z.infer<typeof deviceModelQuery>

/** `POST /api/device-models`: a model of the account's own, which devices may then name. */
export const deviceModelInput = z.object({
  name: z
    .string({ error: "Give the model a name: what devices call it." })
    .trim()
    .min(1, "Give the model a name: what devices call it.")
    .max(512, "A model's name is at most 512 characters long."),
  kind: deviceKind.default("standard"),
  description: z
    .string()
    .trim()
    .max(2048, "A description is at most 2048 characters long.")
    .nullable()
    .default(null)
    .transform((text) => (text === "" ? null : text)),
})
export type DeviceModelInput = z.infer<typeof deviceModelInput>
