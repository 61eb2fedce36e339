import { spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { z } from "zod"

const access = z.record(z.string(), z.union([z.string(), z.boolean()]))

/** Master data with so many items, and an S3 server, in a process of their own. */
export async function startServices(items: number) {
  const names = ["--simulator", "master-data,s3", "--devices", String(items)]
  const child = spawn(process.execPath, ["--import", "tsx", "simulators/main.ts", ...names], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => access.parse(JSON.parse((await lines.next()).value ?? "null"))
  const source = await next()
  const s3 = await next()
  const control = async (command: object) => {
    const body = JSON.stringify(command)
    const reply = await fetch(`${source.endpoint}/__control`, { method: "POST", body })
    if (!reply.ok) throw new Error(await reply.text())
  }
  return {
    settings: pick(["endpoint", "bucket", "s3Endpoint"], { ...source, ...s3 }),
    credentials: pick(["bearerToken", "subscriptionKey", "accessKeyId", "secretAccessKey"], {
      ...source,
      ...s3,
    }),
    control,
    stop: async () => {
      child.kill("SIGTERM")
      await once(child, "exit")
    },
  }
}

function pick(keys: string[], given: z.infer<typeof access>): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [key, z.string().parse(given[key])]))
}
