import { z } from "zod"
import { envSchema } from "@/lib/env"

/** What the containers are given by their own files, not by a person. */
const setByContainers = new Set(["NODE_ENV", "DATABASE_URL", "HOST", "PORT", "WORKER_PORT"])

/** Beside what Rollcall's processes read: what `docker-compose.yml` asks for. */
const ofCompose = `# The password of the Postgres that docker-compose.yml starts. Letters and digits; make one with: openssl rand -hex 24
POSTGRES_PASSWORD=

# The port on which this machine serves the pages.
WEB_PORT=3000
`

/** Every variable that a person may set, with what it is for and its default; required ones stand empty. */
export function renderEnvExample(): string {
  const { properties, required } = z
    .object({ properties: z.record(z.string(), property), required: z.array(z.string()) })
    .parse(z.toJSONSchema(envSchema, { io: "input" }))
  const entries = Object.entries(properties)
    .filter(([name]) => !setByContainers.has(name))
    .map(([name, { description, default: usual }]) => {
      const line = required.includes(name) ? `${name}=` : `#${name}=${usual ?? ""}`
      return `# ${description}\n${line}\n`
    })
  return `# Settings of Rollcall. Copy this file to .env and fill in what stands empty; what is commented out shows the default.\n\n${[ofCompose, ...entries].join("\n")}`
}

const property = z.looseObject({
  description: z.string({ error: "Every variable needs a description in lib/env.ts." }),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
})
