import { z } from "zod"
import { json } from "@/lib/domain/json"
import { authPart } from "./auth"
import { fieldMap, fieldSpec } from "./fields"
import { pagination } from "./pagination"
import { callPath, condition, headerName, oneOrMany, path, scalar } from "./texts"

const call = {
  method: z.enum(["GET", "POST"]).default("GET"),
  path: callPath,
  query: z.record(z.string(), z.union([scalar, z.array(scalar)])).default({}),
  body: json.default(null),
}

const list = z.strictObject({
  ...call,
  /** Where the devices stand in the reply; of several the first that is a list. */
  items: oneOrMany(path),
  /** What a good reply says, for services that report errors with a 200. */
  success_when: condition.nullable().default(null),
  /** A call that tells how many there are, where the list does not. */
  count: z.strictObject({ path: callPath, query: call.query, total: path }).optional(),
  pagination: pagination.default({ style: "none", in: "query", may_repeat: false, max_pages: 100_000 }),
})
export type ListConfig = z.infer<typeof list>

const retriedStatus = z
  .number()
  .int()
  .min(400)
  .max(599)
  .refine(
    (status) => status !== 401 && status !== 403,
    "A refusal (401, 403) is not tried again: services lock out whoever goes on.",
  )

/** Names of headers that carry secrets: those belong into `auth`, by reference. */
const secretHeader = /^(?:authorization|cookie|proxy-authorization|.*(?:key|token|secret|password).*)$/i

/** Everything the connector needs to know of an MDM's REST API: data, no code (providers/addigy-and-other-mdms.md, B.2). */
export const restConfig = z
  .strictObject({
    schema: z.literal(1).default(1),
    /** https, the path that all calls begin with included. */
    base_url: z.url({
      protocol: /^https?$/,
      error: "The base URL must be an address that starts with https://.",
    }),
    /** Appended to the base URL unless it ends with it already. */
    base_path: z
      .string()
      .regex(/^(?:\/[\w.~-]+)+$/)
      .optional(),
    auth: oneOrMany(authPart),
    headers: z.record(headerName, z.string().max(2000)).default({}),
    /** A quick call that only tries the credentials. */
    test: z
      .strictObject({ ...call, ok: z.array(z.number().int()).default([200]) })
      .nullable()
      .default(null),
    /** One list, or several that are read one after the other. */
    list: oneOrMany(list),
    fields: fieldMap,
    /** What else to keep of a device, under names of its own. */
    attributes: z.record(z.string().min(1).max(100), fieldSpec).default({}),
    filter: z
      .strictObject({
        include_when: condition.nullable().default(null),
        drop_when: condition.nullable().default(null),
      })
      .prefault({}),
    rate: z
      .strictObject({
        rps: z.number().min(0.01).max(1000),
        /** Requests that may go at once after a pause. */
        burst: z.number().int().min(1).max(10_000).optional(),
        concurrency: z.number().int().min(1).max(64).default(1),
        /** Only for hosts that end so: a service's own limit says nothing of a stand-in. */
        host: z.string().optional(),
      })
      .nullable()
      .default(null),
    retry: z
      .strictObject({
        max: z.number().int().min(0).max(10).default(3),
        base_ms: z.number().int().min(1).max(60_000).default(500),
        max_ms: z.number().int().min(1).max(300_000).default(15_000),
        /** Statuses that may pass, beyond 408, 425, 429 and all from 500 on. A refusal (401, 403) never does. */
        retry_on: z.array(retriedStatus).default([]),
      })
      .prefault({}),
    limits: z
      .strictObject({
        page_mb: z.number().min(0.001).max(250).default(25),
        total_mb: z.number().min(0.001).max(50_000).default(5000),
      })
      .prefault({}),
    /** Paths of values to blank before a reply is stored, beyond those whose names say that they are secret. */
    redact: z.array(path).default([]),
    case_insensitive: z.boolean().default(false),
    /** What to do about a status, in words for the admin. */
    hints: z.record(z.string().regex(/^\d{3}$/), z.string().max(500)).default({}),
  })
  .superRefine(({ headers }, context) => {
    for (const name of Object.keys(headers))
      if (secretHeader.test(name))
        context.addIssue({
          code: "custom",
          path: ["headers", name],
          message: `The header ${name} may hold a secret. Move it to auth, with a reference such as {{credentials.apiKey}}.`,
        })
  })
export type RestConfig = z.infer<typeof restConfig>
