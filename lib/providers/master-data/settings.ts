import { z } from "zod"
import { type ListId, listId } from "@/lib/domain/list-id"
import { lists } from "@/lib/domain/lists"

/** What an admin sets: which list, where master data has it, and where it is published. */
export const masterDataSettings = z
  .strictObject({
    list: blank(listId, "ineligible-items"),
    /** How the bearer token is come by; null: as the credentials have it. */
    signIn: blank(z.enum(["entra", "bearer"]), null),
    endpoint: address("The endpoint", "https://example.azure-api.net"),
    /** Below the endpoint; null: the list's usual one. */
    path: blank(z.string().trim().max(2000).transform(withSlash), null),
    /** Where tokens are fetched; null: Microsoft's public cloud. */
    authority: blank(address("The authority", "https://login.microsoftonline.com"), null),
    scope: blank(z.string().trim().max(500), null),
    bucket: z
      .string({ error: "Enter the name of the bucket." })
      .trim()
      .regex(
        /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
        "A bucket's name has 3 to 63 lower-case letters, digits, dots and hyphens.",
      ),
    region: blank(
      z
        .string()
        .trim()
        .regex(/^[a-z0-9-]{1,64}$/, "A region looks like eu-west-2."),
      "eu-west-2",
    ),
    s3Endpoint: blank(address("The S3 endpoint", "https://s3.example.com"), null),
    /** `auto`: in the path where an S3 endpoint is set, in the host name at AWS. */
    addressing: blank(z.enum(["auto", "path", "virtual"]), "auto"),
    schema: blank(keyPart("The schema"), "cache"),
    /** Null: the list's usual one. */
    fileName: blank(keyPart("The file name"), null),
    /** Percent of the published entries below which a new list waits for an admin. */
    smallestShare: blank(
      z
        .number({ error: "The smallest share is a number." })
        .min(0, "The smallest share is at least 0 percent.")
        .max(100, "The smallest share is at most 100 percent."),
      50,
    ),
    /** Off only for stores that refuse If-Match and If-None-Match. */
    conditionalWrites: blank(z.boolean(), true),
  })
  .transform((settings) => ({
    ...settings,
    path: settings.path ?? lists[settings.list].path,
    fileName: settings.fileName ?? lists[settings.list].fileName,
  }))
export type MasterDataSettings = z.infer<typeof masterDataSettings>

const secret = (what: string) =>
  z
    .string({ error: `Enter ${what}.` })
    .trim()
    .min(1, `Enter ${what}.`)
    .max(10_000, `This is too long for ${what}.`)
    // Anything else cannot travel in a header
    .regex(/^[\x21-\x7e]*$/, `This is not ${what}: it holds spaces, line breaks or special characters.`)

const shared = {
  subscriptionKey: secret("the subscription key"),
  accessKeyId: secret("the access key ID"),
  secretAccessKey: secret("the secret access key"),
  sessionToken: secret("the session token").exactOptional(),
}

const withBearer = z.object({ ...shared, bearerToken: secret("the bearer token") })
const withEntra = z.object({
  ...shared,
  tenantId: secret("the tenant ID").regex(/^[\w.-]+$/, "This is not a tenant ID."),
  clientId: secret("the client ID"),
  clientSecret: secret("the client secret"),
})
export type MasterDataCredentials = z.infer<typeof withBearer> | z.infer<typeof withEntra>

/** A ready bearer token, or what one is fetched with from Entra ID; the settings, or else what is given, say which. */
export function masterDataCredentials(
  signIn: MasterDataSettings["signIn"],
): z.ZodType<MasterDataCredentials> {
  if (signIn === "bearer") return withBearer
  if (signIn === "entra") return withEntra
  const either = z.looseObject({}).transform((given, context): MasterDataCredentials => {
    const parsed = ("bearerToken" in given ? withBearer : withEntra).safeParse(given)
    if (parsed.success) return parsed.data
    for (const { message, path } of parsed.error.issues)
      context.addIssue({ code: "custom", message, path: [...path] })
    return z.NEVER
  })
  return either
}

/** Where the object of a list lies in its bucket. */
export const keyOf = ({ schema, fileName }: { schema: string; fileName: string }): string =>
  `${schema}/${fileName}.json`

/** Names what is read, so that two runs can be told to have read the same. */
export const scopeOf = ({ list, endpoint, path }: MasterDataSettings & { list: ListId }): string =>
  `${list} from ${endpoint}${path}`

function blank<T extends z.ZodType, D extends z.output<T> | null>(schema: T, otherwise: D) {
  const isBlank = (value: unknown) =>
    value === undefined || value === null || (typeof value === "string" && value.trim() === "")
  return z
    .preprocess((value) => (isBlank(value) ? null : value), schema.nullable())
    .transform((value) => value ?? otherwise)
}

function keyPart(what: string) {
  return z
    .string()
    .trim()
    .max(400, `${what} is too long.`)
    .transform((text) => text.replace(/^\/+|\/+$/g, ""))
    .refine(
      (text) => /^[\w!.*'()/-]+$/.test(text) && !text.split("/").includes(".."),
      `${what} may hold letters, digits, slashes and -_.!*'() only.`,
    )
}

function withSlash(path: string): string {
  return path.startsWith("/") ? path : `/${path}`
}

function address(what: string, example: string) {
  return z
    .string({ error: `Enter ${what.toLowerCase()}.` })
    .trim()
    .max(2000, `${what} is too long.`)
    .transform((text, context) => {
      if (!URL.canParse(text)) {
        context.addIssue({ code: "custom", message: `${what} is not a URL. Example: ${example}` })
        return z.NEVER
      }
      const url = new URL(text)
      if (url.protocol !== "https:" && url.protocol !== "http:")
        context.addIssue({ code: "custom", message: `${what} must start with https://.` })
      if (url.username !== "" || url.password !== "")
        context.addIssue({
          code: "custom",
          message: `Leave user names and passwords out of ${what.toLowerCase()}.`,
        })
      if (url.search !== "" || url.hash !== "")
        context.addIssue({
          code: "custom",
          message: `Leave everything from ? or # on out of ${what.toLowerCase()}.`,
        })
      return url.href.replace(/\/+$/, "")
    })
}
