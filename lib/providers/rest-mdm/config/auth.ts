import { z } from "zod"
import { json } from "@/lib/domain/json"
import { credentialsIn } from "./expand"
import { callPath, headerName, path } from "./texts"

/** A secret is never written into a configuration: it is named, and stands encrypted among the credentials. */
const secret = z
  .string()
  .regex(
    /\{\{credentials\.\w+\}\}/,
    "Refer to a credential, such as {{credentials.token}}; the secret itself does not belong here.",
  )

const earlyRefresh = z.number().min(0).max(3600).default(60)

/** Ways to prove who we are (providers/addigy-and-other-mdms.md, B.2). Several can be combined in a list. */
export const authPart = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("none") }),
  z.strictObject({
    type: z.literal("header"),
    /** Name of the one header, or all headers with their values. */
    name: headerName.default("x-api-key"),
    headers: z.record(headerName, secret).optional(),
  }),
  z
    .strictObject({
      type: z.literal("basic"),
      username: z.string().default("{{credentials.username}}"),
      /** May be empty (SimpleMDM). */
      password: z.union([z.literal(""), secret]).default("{{credentials.password}}"),
    })
    .refine(({ username, password }) => password !== "" || credentialsIn(username).size > 0, {
      path: ["username"],
      message:
        "Without a password the user name is the secret. Refer to a credential, such as {{credentials.apiKey}}.",
    }),
  z.strictObject({
    type: z.literal("bearer"),
    token: secret.default("{{credentials.token}}"),
    prefix: z.string().max(30).default("Bearer"),
  }),
  /** Discouraged: queries stand in the logs of proxies. */
  z.strictObject({ type: z.literal("query"), params: z.record(z.string(), secret) }),
  z.strictObject({
    type: z.literal("oauth2_client_credentials"),
    token_url: callPath,
    client_auth: z.enum(["body", "basic"]).default("body"),
    format: z.enum(["form", "json"]).default("form"),
    client_id: z.string().default("{{credentials.clientId}}"),
    client_secret: secret.default("{{credentials.clientSecret}}"),
    scope: z.string().max(1000).default(""),
    token: path.default("$.access_token"),
    expires_in: path.default("$.expires_in"),
    early_refresh_s: earlyRefresh,
  }),
  z.strictObject({
    type: z.literal("login_token"),
    path: callPath.default(["/login"]),
    method: z.enum(["POST", "GET"]).default("POST"),
    /** Signs in with Basic instead of a body. */
    basic: z.boolean().default(false),
    body: z
      .record(z.string(), json)
      .default({ username: "{{credentials.username}}", password: "{{credentials.password}}" }),
    /** Where the token stands in the reply, or in which of its headers. */
    token: path.default("$.token"),
    token_header: headerName.optional(),
    header: headerName.default("authorization"),
    prefix: z.string().max(30).default("Bearer"),
    /** When it ends: a moment, or seconds from now; else after `ttl_s`. */
    expires_at: path.optional(),
    expires_in: path.optional(),
    ttl_s: z.number().min(10).max(86_400).default(1200),
    early_refresh_s: earlyRefresh,
  }),
])
export type AuthPart = z.infer<typeof authPart>
