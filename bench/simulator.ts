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
  const { access, control, stop } = await spawnSimulator([
    "--devices",
    String(devices),
    "--frozen-at",
    "2026-11-01T00:00:00Z",
    ...more,
  ])
  const { url = "", apiKey = "" } = access
  return {
    url,
    apiKey,
    change: async (count) => void (await control({ change: { count, field: "device_name" } })),
    remove: async (count) => void (await control({ removeFirst: count })),
    stop,
  }
}

/** A simulator in a process of its own: what reaches it, and what it answers to commands, which is its state. */
export async function spawnSimulator(args: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", "simulators/main.ts", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  const [line] = await once(createInterface({ input: child.stdout }), "line")
  const access: Record<string, string> = JSON.parse(line)
  const control = async (command: object): Promise<unknown> => {
    const headers = { "content-type": "application/json" }
    const body = JSON.stringify(command)
    const reply = await fetch(`${new URL(access.url ?? "").origin}/__control`, {
      method: "POST",
      body,
      headers,
    })
    if (!reply.ok) throw new Error(await reply.text())
    return reply.json()
  }
  return {
    access,
    control,
    stop: async () => {
      child.kill("SIGTERM")
      await once(child, "exit")
    },
  }
}
