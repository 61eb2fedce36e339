import { spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { z } from "zod"
import type { CloudName } from "./fleets"

const access = z.looseObject({ endpoint: z.url(), region: z.string().optional() })
const counted = z.record(z.string(), z.number())
const state = z.object({ requests: counted, calls: counted.optional() })

export type Cloud = {
  settings: Record<string, string>
  credentials: Record<string, string>
  control: (command: object) => Promise<void>
  /** Requests so far, by what they ask for. */
  calls: () => Promise<Record<string, number>>
  stop: () => Promise<void>
}

const credentialKeys: Record<CloudName, string[]> = {
  "azure-iot-hub": ["connectionString"],
  "aws-iot": ["accessKeyId", "secretAccessKey"],
}

/** A simulated cloud in a process of its own. */
export async function startCloud(name: CloudName): Promise<Cloud> {
  const child = spawn(process.execPath, ["--import", "tsx", "simulators/main.ts", "--simulator", name], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  const [line] = await once(createInterface({ input: child.stdout }), "line")
  const { endpoint, region, ...rest } = access.parse(JSON.parse(line))
  const ask = async (init?: RequestInit) => {
    const reply = await fetch(`${new URL(endpoint).origin}/__control`, init)
    if (!reply.ok) throw new Error(await reply.text())
    return state.parse(await reply.json())
  }
  return {
    settings: { endpoint, ...(region === undefined ? {} : { region }) },
    credentials: Object.fromEntries(credentialKeys[name].map((key) => [key, String(rest[key])])),
    control: async (command) => {
      const headers = { "content-type": "application/json" }
      await ask({ method: "POST", body: JSON.stringify(command), headers })
    },
    calls: async () => {
      const { calls, requests } = await ask()
      return calls ?? requests
    },
    stop: async () => {
      child.kill("SIGTERM")
      await once(child, "exit")
    },
  }
}
