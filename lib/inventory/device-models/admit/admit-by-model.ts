import type { PoolClient } from "pg"
import { z } from "zod"
import { modelSettings } from "@/lib/domain/model-policy"
import type { Reject } from "@/lib/domain/session"
import {
  createModels,
  findUnknownModels,
  isKnownModel,
  leaveOut,
  readConnection,
  type Staged,
  takeDefault,
  type UnknownModel,
} from "./store"

type Line = { level: "info" | "warn"; message: string }
type Admission = { rejected: number; rejects: Reject[]; lines: Line[] }

const settings = z.object(modelSettings)

/** Devices left out that are listed one by one; beyond, they are only counted. */
const listed = 2000

/**
 * Lets a staged device in only when the account knows the model that it names (S3-MODEL). What happens to the others is a
 * setting of the integration: they are left out, counting as seen, or take the default model, or their models are made. It
 * is about the named providers alone, and about devices that name a model at all.
 */
export function admitByModel(providers: string[]) {
  return async (
    client: PoolClient,
    scope: Omit<Staged, "client">,
    { kept }: { kept: boolean },
  ): Promise<Admission> => {
    const staged = { client, ...scope }
    const connection = await readConnection(staged)
    if (connection === null || !providers.includes(connection.provider)) return admitted([])
    const unknown = await findUnknownModels(staged, { kept })
    if (unknown.length === 0) return admitted([])
    const { modelPolicy, defaultModel } = settings.parse(connection.settings)
    switch (modelPolicy) {
      case "create":
        if (!kept) await createModels(staged)
        return admitted([aboutCreated(unknown, kept)])
      case "skip":
        if (defaultModel === null || !(await isKnownModel(staged, defaultModel, { kept })))
          return leaveOut(staged, { limit: listed, message: whyLeftOut(defaultModel) }).then(refused)
        await takeDefault(staged, defaultModel)
        return admitted([aboutDefault(unknown, defaultModel)])
    }
  }
}

const admitted = (lines: Line[]): Admission => ({ rejected: 0, rejects: [], lines })

const refused = ({ rejected, rejects }: Omit<Admission, "lines">): Admission => ({
  rejected,
  rejects,
  lines: [],
})

/** With the place for the model's name that SQL's `format` knows. */
const whyLeftOut = (defaultModel: string | null): string => {
  const escaped = defaultModel?.replaceAll("%", "%%")
  const also = escaped === undefined ? "" : ` Nor is the default model "${escaped}" known.`
  return `The model "%s" is not known, so the device was left out; what is known of it stays.${also} Add the model, or let the integration create missing models: the next run then takes the device in.`
}

function aboutCreated(unknown: UnknownModel[], kept: boolean): Line {
  const did = kept ? "would be created" : unknown.length === 1 ? "was created" : "were created"
  const what = unknown.length === 1 ? "1 missing model" : `${unknown.length} missing models`
  return { level: "info", message: `${what} ${did}: ${names(unknown)}.` }
}

function aboutDefault(unknown: UnknownModel[], defaultModel: string): Line {
  const devices = unknown.reduce((sum, one) => sum + one.devices, 0)
  const what = devices === 1 ? "1 device takes" : `${devices} devices take`
  return {
    level: "warn",
    message: `${what} the default model "${defaultModel}" in place of what is not known: ${names(unknown)}.`,
  }
}

function names(unknown: UnknownModel[]): string {
  const first = unknown.slice(0, 10).map(({ model }) => `"${model}"`)
  return unknown.length > first.length
    ? `${first.join(", ")} and ${unknown.length - first.length} more`
    : first.join(", ")
}
