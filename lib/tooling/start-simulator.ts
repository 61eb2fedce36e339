import { demoCredentials } from "@/simulators/addigy/start-addigy-simulator"
import type { Ground } from "./ground"
import { choosePort } from "./ports"
import type { Processes } from "./processes"
import { programs } from "./programs"
import { waitFor } from "./wait-for"

type Start = { processes: Processes; ground: Ground; signal: AbortSignal; output: { folder: string } }

/** Starts the stand-in for Addigy with 25 devices, on SIMULATOR_PORT or the first free port from 4100 on. */
export async function startSimulator({ processes, ground, signal, output }: Start) {
  const port = await choosePort({
    name: "SIMULATOR_PORT",
    asked: process.env.SIMULATOR_PORT,
    preferred: 4100,
  })
  const { name, args } = programs.simulator
  processes.start({
    name,
    args: [...args, "--port", String(port), "--devices", "25"],
    env: ground.env,
    output,
  })
  const origin = `http://127.0.0.1:${port}`
  await waitFor({ name: "The simulator", url: `${origin}/__control`, signal })
  return { url: `${origin}/api/v2`, apiKey: demoCredentials.apiKey }
}
