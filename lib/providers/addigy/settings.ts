import { z } from "zod"

/** What an admin sets for Addigy. Null means: the whole organisation; the version's usual address. */
export const addigySettings = z.strictObject({
  apiVersion: z.enum(["v2", "v1"], { error: 'apiVersion must be "v2" or "v1".' }).default("v2"),
  policyId: blankAsNull(z.string().trim().max(200, "A policy id is shorter than 200 characters.")),
  baseUrl: blankAsNull(z.string().trim().max(2000, "The address is too long.").transform(readBaseUrl)),
})
export type AddigySettings = z.infer<typeof addigySettings>

const key = (what: string) =>
  z
    .string({ error: `Enter ${what}.` })
    .trim()
    .min(1, `Enter ${what}.`)
    .max(1000, `This is too long for ${what}.`)
    // Anything else cannot travel in a header
    .regex(
      /^[\x21-\x7e]*$/,
      `This is not ${what}: it holds spaces, line breaks or special characters. Paste it again.`,
    )

const apiKeyCredentials = z.object({ apiKey: key("the API key") })
const clientCredentials = z.object({ clientId: key("the client ID"), clientSecret: key("the client secret") })
export type AddigyCredentials = z.infer<typeof apiKeyCredentials> | z.infer<typeof clientCredentials>

/** v2 takes an API key, v1 a client id with its secret. */
export function addigyCredentials(apiVersion: AddigySettings["apiVersion"]): z.ZodType<AddigyCredentials> {
  return apiVersion === "v1" ? clientCredentials : apiKeyCredentials
}

const usualBaseUrl = { v2: "https://api.addigy.com/api/v2", v1: "https://prod.addigy.com/api" }

/** Where the calls go. A bare addigy.com host, as people tend to enter it, gets the version's usual path. */
export function baseUrlOf({ apiVersion, baseUrl }: AddigySettings): string {
  if (baseUrl === null) return usualBaseUrl[apiVersion]
  const url = new URL(baseUrl)
  const isBareAddigy = url.hostname.endsWith(".addigy.com") && url.pathname === "/"
  return isBareAddigy ? url.origin + new URL(usualBaseUrl[apiVersion]).pathname : baseUrl
}

function blankAsNull<T extends z.ZodType<string | null, string>>(text: T) {
  return z.preprocess(
    (value) => (value === undefined || (typeof value === "string" && value.trim() === "") ? null : value),
    text.nullable(),
  )
}

function readBaseUrl(text: string, context: z.RefinementCtx): string {
  if (!URL.canParse(text)) {
    context.addIssue({
      code: "custom",
      message: "The base URL is not a URL. Example: https://api.addigy.com/api/v2",
    })
    return z.NEVER
  }
  const url = new URL(text)
  if (url.protocol !== "https:" && url.protocol !== "http:")
    context.addIssue({ code: "custom", message: "The base URL must start with https://." })
  if (url.username !== "" || url.password !== "")
    context.addIssue({ code: "custom", message: "Leave user names and passwords out of the base URL." })
  if (url.search !== "" || url.hash !== "")
    context.addIssue({ code: "custom", message: "Leave everything from ? or # on out of the base URL." })
  return url.href.replace(/\/+$/, "")
}
