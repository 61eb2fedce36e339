import { z } from "zod"
import { isCircuitColumn, usualColumns } from "./columns"
import { statusCode, usualStatuses } from "./statuses"
import { readUnitTable } from "./unit-table"
import { viewSetting, viewsByName } from "./views"

const whole = (what: string, least: number, most: number, usual: number) =>
  z
    .number({ error: `${what} must be a number.` })
    .int(`${what} must be a whole number.`)
    .min(least, `${what} must be at least ${least}.`)
    .max(most, `${what} must be at most ${most}.`)
    .default(usual)

/** What an admin sets for WorkStudio. Views and filters are each installation's own, so none is built in. */
export const workstudioSettings = z.strictObject({
  baseUrl: z.string({ error: "Enter the address of WorkStudio." }).trim().max(2000).transform(readBaseUrl),
  views: z
    .preprocess(
      viewsByName,
      z.strictObject({
        circuits: viewSetting("The circuits view", "By Job Status"),
        plannedUnits: viewSetting("The planned units view", "WO#"),
      }),
    )
    .prefault({}),
  /** Job statuses whose lists are read, in this order. */
  statuses: z
    .preprocess(splitText, z.array(z.string().trim().min(1).max(32), { error: "List job statuses." }))
    .transform((statuses) => [...new Set(statuses.map(statusCode))])
    .refine((statuses) => statuses.length > 0, "Name at least one job status, such as ACTIV.")
    .default(usualStatuses),
  unitTable: z.unknown().transform(readUnitTable).prefault(null),
  /** The heading that fills a field, where the view has it under another than the usual one. */
  columns: z.preprocess(
    withoutBlanks,
    z
      .record(z.string(), z.string().trim().min(1).max(200))
      .refine(
        (columns) => Object.keys(columns).every(isCircuitColumn),
        `columns knows the fields ${Object.keys(usualColumns).join(", ")}.`,
      )
      .prefault({}),
  ),
  /** A pause of `pauseMs` milliseconds comes after so many calls; 0 for none (S2-RATE). */
  pauseAfterCalls: whole("The number of calls before a pause", 0, 1000, 5),
  pauseMs: whole("The pause", 0, 60_000, 500),
  /** Tries of one call in all (S2-RETRY). */
  attempts: whole("The number of tries", 1, 10, 5),
  persistFilter: z.boolean().default(true),
  /** Per cent by which a total must differ for a new aggregate (S2-AGG). */
  changeThreshold: z.number().min(0).max(100).default(1),
  /** PEM. */
  caCertificate: z
    .preprocess(
      (text) => (typeof text === "string" && text.trim() === "" ? null : (text ?? null)),
      z
        .string()
        .max(100_000)
        .regex(
          /-----BEGIN CERTIFICATE-----/,
          "The CA certificate must be in PEM form: -----BEGIN CERTIFICATE-----",
        )
        .nullable(),
    )
    .prefault(null),
  insecureTls: z.boolean().default(false),
})
export type WorkstudioSettings = z.infer<typeof workstudioSettings>

export const workstudioCredentials = z.object({
  username: z
    .string({ error: "Enter the user name." })
    .trim()
    .min(1, "Enter the user name.")
    .max(256, "The user name is too long.")
    .regex(/^[^:\p{Cc}]+$/u, "A user name holds no colon."),
  password: z.string({ error: "Enter the password." }).min(1, "Enter the password.").max(1000),
})
export type WorkstudioCredentials = z.infer<typeof workstudioCredentials>

/** The address without the protocol's folder, and that folder as it was written. */
function readBaseUrl(text: string, context: z.RefinementCtx): string {
  const wrong = wrongWith(text)
  if (wrong !== null) {
    context.addIssue({ code: "custom", message: wrong })
    return z.NEVER
  }
  return new URL(text).href.replace(/\/+$/, "")
}

function wrongWith(text: string): string | null {
  if (!URL.canParse(text)) return "The address is not a URL. Example: https://workstudio.example.com:8443"
  const url = new URL(text)
  if (url.protocol !== "https:" && url.protocol !== "http:") return "The address must start with https://."
  if (url.username !== "" || url.password !== "") return "Leave user names and passwords out of the address."
  if (url.search !== "" || url.hash !== "") return "Leave everything from ? or # on out of the address."
  return null
}

/** `ACTIV, QC` as well as a list. */
function splitText(given: unknown): unknown {
  if (typeof given !== "string") return given
  return given
    .split(/[,;\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
}

function withoutBlanks(given: unknown): unknown {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return given ?? {}
  return Object.fromEntries(
    Object.entries(given).filter(
      ([, value]) => value !== null && !(typeof value === "string" && value.trim() === ""),
    ),
  )
}
