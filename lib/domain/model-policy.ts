import { z } from "zod"

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
