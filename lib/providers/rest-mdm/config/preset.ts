import { z } from "zod"
import { json } from "@/lib/domain/json"

const field = z.strictObject({
  key: z.string().regex(/^[a-z]\w*$/i),
  label: z.string().min(1),
  help: z.string(),
  kind: z.enum(["text", "password", "url", "select", "number", "switch", "json"]),
  options: z.array(z.strictObject({ value: z.string(), label: z.string() })).exactOptional(),
  placeholder: z.string().exactOptional(),
  initial: z.string().exactOptional(),
  required: z.boolean(),
  when: z
    .strictObject({ key: z.string(), equals: z.union([z.string(), z.array(z.string())]) })
    .exactOptional(),
  partOfConnection: z.boolean().exactOptional(),
})

/**
 * A data file of `presets/`: what an MDM is called, what an admin is asked for it, and the configuration that follows. A text
 * that is wholly `{{settings.key}}` becomes that setting's value, or is left out with its key when it is not set; within a
 * text it is inserted. A part with `when` counts only while that setting has that value. `{{credentials.key}}` stays a
 * reference until a request is made.
 */
export const preset = z.strictObject({
  name: z.string().min(1),
  summary: z.string().min(1),
  settings: z.array(field),
  credentials: z.array(field),
  /** Starts with nothing filled in, and takes a whole configuration as the setting `config`. */
  open: z.boolean().exactOptional(),
  config: z.record(z.string(), json),
})
export type Preset = z.infer<typeof preset>
