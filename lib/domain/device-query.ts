import { z } from "zod"
import { deviceKind, deviceStatus, deviceType } from "./device"
import { listQuery } from "./listing"
import { providerId } from "./provider-id"

/** What devices can be ordered by; a leading minus turns it round. Devices without a value come last either way. */
export const deviceSort = z.enum([
  "name",
  "-name",
  "serialNumber",
  "-serialNumber",
  "model",
  "-model",
  "type",
  "-type",
  "assignedTo",
  "-assignedTo",
  "createdAt",
  "-createdAt",
  "updatedAt",
  "-updatedAt",
])
export type DeviceSort = z.infer<typeof deviceSort>

/** The query of `GET /api/devices`, as strings from an address or as values. Retired devices are left out unless asked for. */
export const deviceQuery = listQuery.extend({
  /** Part of a name, serial number, model or assignee, in any case; or a whole external id. */
  search: z.string().trim().max(200).optional(),
  kind: deviceKind.optional(),
  type: deviceType.optional(),
  provider: providerId.optional(),
  integrationId: z.uuid().optional(),
  status: deviceStatus.optional(),
  model: z.string().max(512).optional(),
  /** Devices that name this model of the account, by its name or its external id. */
  modelId: z.uuid().optional(),
  includeRetired: z.union([z.boolean(), z.stringbool()]).default(false),
  sort: deviceSort.default("name"),
  /** The fleet as it was at this time (N-HISTORY); filters and order go by the values of then. */
  asOf: z.iso
    .datetime({
      offset: true,
      error:
        "asOf must be a time with its zone, such as 2026-11-01T12:00:00Z (write a + of the zone as %2B).",
    })
    .optional(),
})
export type DeviceQuery = z.infer<typeof deviceQuery>
