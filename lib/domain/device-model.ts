import { z } from "zod"
import { deviceKind } from "./device"

/** What a provider says of a kind of device: a thing type, a deployment for edge devices. Absent is null. */
export const deviceModelFields = z.object({
  name: z.string().min(1).max(512),
  kind: deviceKind,
  description: z.string().min(1).max(2048).nullable(),
  /** Still known to the provider, but not meant for new devices. */
  deprecated: z.boolean(),
})
