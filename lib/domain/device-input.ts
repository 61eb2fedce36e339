import { z } from "zod"
import { deviceKind, deviceType } from "./device"

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .default(null)
    .transform((value) => (value === "" ? null : value))

/** `POST /api/devices`: a device kept by hand. It needs a name or a serial number. */
export const deviceInput = z
  .object({
    name: text(512),
    serialNumber: text(256),
    model: text(512),
    modelIdentifier: text(512),
    type: deviceType.default("unknown"),
    kind: deviceKind.default("standard"),
    assignedTo: text(512),
    osVersion: text(256),
  })
  .refine((device) => device.name !== null || device.serialNumber !== null, {
    path: ["name"],
    error: "Give the device a name or a serial number.",
  })
export type DeviceInput = z.infer<typeof deviceInput>
