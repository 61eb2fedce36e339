import { z } from "zod"

const list = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((item) => item.trim())
      .filter((item) => item !== ""),
  )

const whole = (min: number, max: number) => {
  const error = `It must be a whole number from ${min} to ${max}.`
  return z.coerce.number({ error }).int(error).min(min, error).max(max, error)
}
const port = whole(0, 65535)

const key = /^[\w.-]+:[\w+/-]{43}=?$/

const onOrOff = z.stringbool({ error: "Give true or false." }).prefault("true")

/** Every variable that Rollcall's processes read, with what each is for: `.env.example` is made from this. */
export const envSchema = z.object({
  NODE_ENV: z
    .enum(["development", "production", "test"])
    .default("development")
    .describe("Set by the commands; a container image sets it to production."),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: "DATABASE_URL must look like postgresql://user:password@host:5432/name.",
    })
    .describe("Postgres 15 or newer. Without it the commands start the embedded one; containers need it."),
  ROLLCALL_ENCRYPTION_KEYS: z
    .string({ error: "ROLLCALL_ENCRYPTION_KEYS is not set. Make one with: npm run rollcall -- key" })
    .refine(
      (text) => text.split(",").every((entry) => key.test(entry.trim())),
      "ROLLCALL_ENCRYPTION_KEYS must be id:base64 of 32 bytes, several with commas between. Make one with: npm run rollcall -- key",
    )
    .describe(
      'id:base64 of 32 random bytes, newest first, comma-separated: the first encrypts, all decrypt. Make one with: echo "k1:$(openssl rand -base64 32)"',
    ),
  NEXTAUTH_SECRET: z
    .string({
      error: "NEXTAUTH_SECRET is not set. Give it 32 random bytes, for example from: openssl rand -base64 32",
    })
    .min(
      16,
      "NEXTAUTH_SECRET is too short. Give it 32 random bytes, for example from: openssl rand -base64 32",
    )
    .describe("Signs sessions. Make one with: openssl rand -base64 32"),
  NEXTAUTH_URL: z
    .url("It must be an address such as https://rollcall.example.com.")
    .default("http://127.0.0.1:3000")
    .describe("Where browsers reach Rollcall."),
  HOST: z
    .string()
    .min(1)
    .default("127.0.0.1")
    .describe("The address that the web server and the worker's health listen on."),
  PORT: port.default(3000).describe("The web server's port."),
  WORKER_PORT: port.default(9464).describe("Health and metrics of the worker."),
  WORKER_CONCURRENCY: whole(1, 64).default(4).describe("Runs at once in one worker process."),
  WORKER_DEAD_AFTER_SECONDS: whole(5, 3600)
    .default(45)
    .describe(
      "A run without a heartbeat, which comes every 3 seconds, for so many seconds has lost its worker and is taken up by another.",
    ),
  ROLLCALL_ALLOWED_PRIVATE_HOSTS: list.describe(
    "Hosts or CIDR blocks in private ranges that connectors may reach, comma-separated.",
  ),
  ROLLCALL_DESIGN_PAGE: z
    .enum(["on", "off"])
    .default("off")
    .describe(
      "Shows /design, the design system, also in a production build; in development it always shows.",
    ),
  MDM_INTEGRATION_ENABLED: onOrOff.describe(
    "false: no run of master data does anything, whoever asks for it; what is published stays.",
  ),
  INELIGIBLE_ITEMS_SYNC_ENABLED: onOrOff.describe(
    "false: master data is synced by hand only, not on schedule.",
  ),
  INELIGIBLE_ITEMS_SYNC_CRON_SCHEDULE: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .default("0 * * * *")
    .describe("The schedule, in UTC, that a new integration of master data starts with."),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error:
        "SMTP_URL must look like smtp://user:password@host:587, or smtps://…:465 for TLS from the start.",
    })
    .optional()
    .describe(
      "The mail server that notifications go through: smtp://user:password@host:587. Without it nothing is e-mailed.",
    ),
  MAIL_FROM: z
    .string()
    .min(3)
    .default("Rollcall <rollcall@localhost>")
    .describe("Whom e-mails come from; most mail servers take only an address of their own."),
  METRICS_TOKEN: z
    .string()
    .min(16, "METRICS_TOKEN is too short to keep anybody out. Make one with: openssl rand -hex 24")
    .optional()
    .describe(
      "What Prometheus has to send as a bearer token to read /api/metrics of the web server and /metrics of the worker.",
    ),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "silent"])
    .default("info")
    .describe("How much is logged."),
})

export type Env = z.infer<typeof envSchema>

/**
 * Parses the environment; a variable that is set to nothing (`SMTP_URL=`) is as good as not set. Throws one error that names
 * every variable that is wrong and how to set it right.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const set = Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== "")
  const parsed = envSchema.safeParse(Object.fromEntries(set))
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`)
  throw new Error(`The environment cannot be used:\n${lines.join("\n")}`)
}

let cached: Env | null = null

/** This process's environment, parsed on first use, so that a build needs none. */
export function env(): Env {
  cached ??= parseEnv(process.env)
  return cached
}
