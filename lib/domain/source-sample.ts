import { z } from "zod"
import { deviceFields } from "./device"
import { json } from "./json"
import { reject } from "./session"

/** Something that the provider says of a device: where it stands, how many of the sampled devices have it, one of them. */
const foundPath = z.object({ path: z.string(), filled: z.number().int(), example: json })

/** One of our fields: what it is filled from, the first that holds something; in how many sampled devices; an example. */
const filledField = z.object({
  field: z.string(),
  paths: z.array(z.string()),
  filled: z.number().int(),
  example: json,
})

/** A few devices as a provider sends them and what becomes of them (N-FIELDMAP). Secrets are cut out. */
export const sourceSample = z.object({
  /** Devices on the page that was read, and those of them that are shown. */
  count: z.number().int(),
  items: z.array(json),
  found: z.array(foundPath),
  fields: z.array(filledField),
  /** What the mapping makes of the shown devices. */
  devices: z.array(deviceFields.extend({ externalId: z.string(), lastActivityAt: z.string().nullable() })),
  rejects: z.array(reject),
  /** Which path might fill which field, guessed from the names; for a person to confirm. */
  suggested: z.record(z.string(), z.string()),
})
export type SourceSample = z.infer<typeof sourceSample>
