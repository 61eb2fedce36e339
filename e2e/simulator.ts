import type { Command } from "@/simulators/addigy/control"
import { demoCredentials } from "@/simulators/addigy/start-addigy-simulator"

const origin = `http://127.0.0.1:${process.env.SIMULATOR_PORT}`

/** What the wizard is given to reach the stand-in for Addigy. */
export const simulator = { url: `${origin}/api/v2`, apiKey: demoCredentials.apiKey }

/** Changes the stand-in's fleet or faults while it runs. */
export async function controlSimulator(command: Command): Promise<void> {
  const reply = await fetch(`${origin}/__control`, { method: "POST", body: JSON.stringify(command) })
  if (!reply.ok) throw new Error(`The simulator refused: ${await reply.text()}`)
}

/** What opens the stand-in for SimpleMDM. */
export const simplemdm = {
  url: `http://127.0.0.1:${process.env.MDM_SIMULATOR_PORT}`,
  apiKey: "simplemdm-simulator-api-key",
}
