import type { z } from "zod"
import type { Provider, SessionOptions } from "@/lib/domain/provider"
import { ProviderError } from "@/lib/domain/provider-error"
import type { StreamId } from "@/lib/domain/provider-id"
import type { Page, Session } from "@/lib/domain/session"
import { openOnce } from "@/lib/http/open-once"
import type { Api } from "./api"
import { assertEndpointAllowed } from "./assert-endpoint-allowed"
import { checkAwsIot } from "./check"
import { confirmAbsent } from "./confirm-absent"
import { confirmAnew } from "./confirm-anew"
import { findAccount } from "./find-account"
import { mapStored } from "./map-stored"
import { openTags, type Tags } from "./open-tags"
import { rateOf } from "./rate"
import { readDeviceModels } from "./read-device-models"
import { readDevices } from "./read-devices"
import { readEdgeModels } from "./read-edge-models"
import { type AwsIotSettings, awsIotCredentials, awsIotSettings } from "./settings"
import { awsStream } from "./streams"

export const awsIot: Provider = {
  settings: awsIotSettings,
  credentials: () => awsIotCredentials.transform(withoutUndefined),
  openSession,
  rate: (settings) => rateOf(parsed(awsIotSettings, settings)),
  mapStored: (stream, raw) => mapStored(awsStream.parse(stream), raw),
}

/** Opens a session. Throws ProviderError `misconfigured` for settings or credentials that cannot be right. */
function openSession(options: SessionOptions): Session {
  const settings = parsed(awsIotSettings, options.settings)
  const credentials = parsed(awsIotCredentials, options.credentials)
  assertEndpointAllowed(settings, options.allowedPrivateHosts)
  // The SDK is as large as the rest of a worker, so only who has an AWS account loads it
  const connection = openOnce(async () => {
    const [{ openAws }, { openApi }] = await Promise.all([import("./open-aws"), import("./api")])
    const aws = openAws({ options, settings, credentials })
    const api = openApi(aws, settings)
    return { api, tags: openTags(api), close: () => aws.close() }
  })
  let account: Promise<string | null> | null = null
  return {
    scope: async () => {
      account ??= connection.get().then(({ api }) => findAccount(api))
      return scopeOf({ settings, roleArn: credentials.roleArn ?? null, account: await account })
    },
    check: async () => checkAwsIot((await connection.get()).api),
    read: async function* (stream, cursor) {
      const { api, tags } = await connection.get()
      yield* read(stream, { api, tags, cursor })
    },
    confirmAbsent: async (stream, ids) => confirmAbsent((await connection.get()).api, stream, ids),
    confirmAnew: async (_stream, things) => confirmAnew((await connection.get()).api, things),
    close: async () => (await connection.opened())?.close(),
  }
}

const withoutUndefined = (known: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(known).flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])),
  )

type Reading = { api: Api; tags: Tags; cursor: string | null }

function read(stream: StreamId, { api, tags, cursor }: Reading): AsyncIterable<Page> {
  switch (awsStream.parse(stream)) {
    case "devices":
      return readDevices(api, tags, cursor)
    case "device-models":
      return readDeviceModels(api, tags, cursor)
    case "edge-device-models":
      return readEdgeModels(api, cursor)
  }
}

type Scope = { settings: AwsIotSettings; roleArn: string | null; account: string | null }

/** With the account, for keys of another one read other things under the same region and names. */
function scopeOf({ settings: { region, endpoint }, roleArn, account }: Scope): string {
  const where = endpoint === null ? "" : ` at ${endpoint}`
  const whose = account === null ? "" : `, account ${account}`
  return `AWS IoT ${region}${where}${whose}${roleArn === null ? "" : ` as ${roleArn}`}`
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const message = result.error.issues.map((issue) => issue.message).join(" ")
  throw new ProviderError({
    code: "misconfigured",
    message: `The AWS IoT settings cannot be used: ${message}`,
  })
}
