import { z } from "zod"
import type { ProviderField } from "./provider"

/** What happens to a device that names a model which the account does not know (S3-MODEL): left out, or the model is made. */
export const modelPolicy = z.enum(["skip", "create"], { error: 'modelPolicy must be "skip" or "create".' })

/** Settings that every provider takes whose devices name models (`usesModels`), to be spread into its own. */
export const modelSettings = {
  modelPolicy: modelPolicy.default("skip"),
  /** Taken in place of an unknown model under "skip"; null leaves the device out. */
  defaultModel: z.preprocess(
    (value) => (value === undefined || (typeof value === "string" && value.trim() === "") ? null : value),
    z.string().trim().max(512, "A model's name is at most 512 characters long.").nullable(),
  ),
}

/** The same as the wizard asks for them. */
export const modelFields: ProviderField[] = [
  {
    key: "modelPolicy",
    label: "Devices of an unknown model",
    help: "A device whose model Rollcall does not know can wait until the model is there, or the model is made.",
    kind: "select",
    options: [
      { value: "skip", label: "Leave them out until the model is known" },
      { value: "create", label: "Create the missing models" },
    ],
    initial: "skip",
    required: true,
  },
  {
    key: "defaultModel",
    label: "Default model",
    help: "The name of a known model that such devices get instead. Leave it empty to leave them out.",
    kind: "text",
    required: false,
    when: { key: "modelPolicy", equals: "skip" },
  },
]
