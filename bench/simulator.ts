import { spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"

export type Simulator = {
  url: string
  apiKey: string
  /** Gives the first so many devices a new name. */
  change: (count: number) => Promise<void>
  /** Takes the first so many devices away. */
  remove: (count: number) => Promise<void>
  stop: () => Promise<void>
}

/** A simulated Addigy in a process of its own, at which time stands still. */
export async function startSimulator(devices: number, more: string[] = []): Promise<Simulator> {
  const fleet = ["--devices", String(devices), "--frozen-at", "2026-11-01T00:00:00Z", ...more]
  const child = spawn(process.execPath, ["--import", "tsx", "simulators/main.ts", ...fleet], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  const [line] = await once(createInterface({ input: child.stdout }), "line")
  const { url, apiKey }: { url: string; apiKey: string } = JSON.parse(line)
  const control = async (command: object) => {
    const headers = { "content-type": "application/json" }
    const body = JSON.stringify(command)
    const reply = await fetch(`${new URL(url).origin}/__control`, { method: "POST", body, headers })
    if (!reply.ok) throw new Error(await reply.text())
  }
  return {
    url,
    apiKey,
    change: (count) => control({ change: { count, field: "device_name" } }),
    remove: (count) => control({ removeFirst: count }),
    stop: async () => {
      child.kill("SIGTERM")
      await once(child, "exit")
    },
  }
}
