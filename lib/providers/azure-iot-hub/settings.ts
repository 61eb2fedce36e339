import { z } from "zod"
import { modelSettings } from "@/lib/domain/model-policy"
import { type ConnectionString, parseConnectionString } from "./connection-string"

export const tiers = ["F1", "S1", "S2", "S3"] as const
export type Tier = (typeof tiers)[number]

/**
 * What an admin sets for a hub. `tier` null: the limits of S1 at Azure's own addresses, none at others. `endpoint` null: the
 * hub's own address. `reported`: names of reported properties to keep; the others move too often.
 */
export const azureSettings = z.strictObject({
  auth: blankAsNull(
    z.enum(["connection-string", "entra"], { error: 'auth must be "connection-string" or "entra".' }),
  ),
  hostName: blankAsNull(z.string().trim().toLowerCase().max(253, "The host name is too long.")),
  lora: z.boolean({ error: "lora must be true or false." }).default(false),
  tier: blankAsNull(z.enum(tiers, { error: `tier must be one of ${tiers.join(", ")}.` })),
  units: z
    .number({ error: "units must be a whole number." })
    .int("units must be a whole number.")
    .min(1, "A hub has at least 1 unit.")
    .max(200, "A hub has at most 200 units.")
    .default(1),
  reported: blankAsNull(z.string().trim().max(2000, "These are too many reported properties.")),
  ...modelSettings,
  endpoint: blankAsNull(address("The endpoint", "https://contoso-hub.azure-devices.net")),
  authority: blankAsNull(address("The sign-in address", "https://login.microsoftonline.com")),
})
export type AzureSettings = z.infer<typeof azureSettings>

const connectionStringCredentials = z.object({
  connectionString: z
    .string({ error: "Enter the connection string, or a tenant ID with client ID and secret." })
    .transform((text, context): string => {
      const parsed = parseConnectionString(text)
      if (typeof parsed !== "string") return text.trim()
      context.addIssue({ code: "custom", message: parsed })
      return z.NEVER
    }),
})

const entraCredentials = z.object({
  tenantId: given("the tenant ID").regex(/^[\w.-]+$/, "A tenant ID is a GUID or a domain name."),
  clientId: given("the client ID"),
  clientSecret: given("the client secret"),
  hostName: given("the hub's host name, such as contoso-hub.azure-devices.net").toLowerCase(),
})

/** How to get into a hub, and its name. */
export type Access =
  | ({ kind: "sas" } & ConnectionString)
  | { kind: "entra"; tenantId: string; clientId: string; clientSecret: string; hostName: string }

/** Which credentials are needed: those of the kind that is set, else whichever were given. */
export function azureCredentials({ auth, hostName }: Pick<AzureSettings, "auth" | "hostName">) {
  const entra = z.preprocess((value) => withHostName(value, hostName), entraCredentials)
  if (auth === "entra") return entra
  if (auth === "connection-string") return connectionStringCredentials
  return z.unknown().transform((value, context): Record<string, string> => {
    const result = (hasEntraKeys(value) ? entra : connectionStringCredentials).safeParse(value)
    if (result.success) return result.data
    for (const { path, message } of result.error.issues) context.addIssue({ code: "custom", path, message })
    return z.NEVER
  })
}

/** Parsed credentials as they are used. */
export function accessOf(credentials: Record<string, string>): Access {
  const { connectionString } = credentials
  if (connectionString === undefined) return { kind: "entra", ...entraCredentials.parse(credentials) }
  const parsed = parseConnectionString(connectionString)
  if (typeof parsed === "string") throw new TypeError(parsed)
  return { kind: "sas", ...parsed }
}

function hasEntraKeys(value: unknown): boolean {
  if (typeof value !== "object" || value === null || "connectionString" in value) return false
  return ["tenantId", "clientId", "clientSecret"].some((key) => key in value)
}

function withHostName(value: unknown, hostName: string | null): unknown {
  if (hostName === null || typeof value !== "object" || value === null || "hostName" in value) return value
  return { ...value, hostName }
}

function given(what: string) {
  return z
    .string({ error: `Enter ${what}.` })
    .trim()
    .min(1, `Enter ${what}.`)
    .max(1000, `This is too long for ${what}.`)
}

function blankAsNull<T extends z.ZodType>(schema: T) {
  return z.preprocess(
    (value) => (value === undefined || (typeof value === "string" && value.trim() === "") ? null : value),
    schema.nullable(),
  )
}

function address(what: string, example: string) {
  return z
    .string()
    .trim()
    .max(2000, `${what} is too long.`)
    .transform((text, context): string => {
      const url = URL.parse(text)
      const say = (message: string) => context.addIssue({ code: "custom", message })
      if (url === null) {
        say(`${what} is not a URL. Example: ${example}`)
        return z.NEVER
      }
      if (url.protocol !== "https:" && url.protocol !== "http:") say(`${what} must start with https://.`)
      if (url.username !== "" || url.password !== "")
        say(`Leave user names and passwords out of ${what.toLowerCase()}.`)
      if (url.search !== "" || url.hash !== "")
        say(`Leave everything from ? or # on out of ${what.toLowerCase()}.`)
      return url.href.replace(/\/+$/, "")
    })
}
