import { demoCredentials } from "@/simulators/addigy/start-addigy-simulator"
import { simplemdm } from "@/simulators/rest-mdm/dialects/simplemdm"
import { demoUser } from "@/simulators/workstudio/start-workstudio-simulator"
import { views } from "@/simulators/workstudio/world"
import type { Ground } from "./ground"
import { choosePort } from "./ports"
import type { Processes } from "./processes"
import { programs } from "./programs"
import { waitFor } from "./wait-for"

type Start = { processes: Processes; ground: Ground; signal: AbortSignal; output: { folder: string } }

/**
 * Starts the stand-ins for Addigy and SimpleMDM with 25 devices each, on SIMULATOR_PORT or the first free port from 4100 on,
 * and the next free one. `addigy` and `simplemdm` are what opens them.
 */
export async function startSimulator({ processes, ground, signal, output }: Start) {
  const port = await choosePort({
    name: "SIMULATOR_PORT",
    asked: process.env.SIMULATOR_PORT,
    preferred: 4100,
  })
  const mdmPort = await choosePort({
    name: "MDM_SIMULATOR_PORT",
    asked: process.env.MDM_SIMULATOR_PORT,
    preferred: port + 1,
  })
  const { name, args } = programs.simulator
  processes.start({
    name,
    args: [...args, "--simulator", "addigy,simplemdm", "--port", `${port},${mdmPort}`, "--devices", "25"],
    env: ground.env,
    output,
  })
  const origin = `http://127.0.0.1:${port}`
  const mdmOrigin = `http://127.0.0.1:${mdmPort}`
  await waitFor({ name: "The simulator", url: `${origin}/__control`, signal })
  await waitFor({ name: "The simulator of SimpleMDM", url: `${mdmOrigin}/__control`, signal })
  return {
    url: `${origin}/api/v2`,
    apiKey: demoCredentials.apiKey,
    simplemdm: { url: mdmOrigin, apiKey: simplemdm.credentials.apiKey ?? "" },
  }
}

/** Starts the stand-in for WorkStudio with 25 circuits, on WORKSTUDIO_PORT or the first free port from 4110 on. */
export async function startWorkstudio({ processes, ground, signal, output }: Start) {
  const port = await choosePort({
    name: "WORKSTUDIO_PORT",
    asked: process.env.WORKSTUDIO_PORT,
    preferred: 4110,
  })
  const { args } = programs.simulator
  processes.start({
    name: "workstudio-simulator",
    args: [...args, "--simulator", "workstudio", "--port", String(port), "--devices", "25"],
    env: ground.env,
    output,
  })
  const url = `http://127.0.0.1:${port}`
  await waitFor({ name: "The WorkStudio simulator", url: `${url}/__control`, signal })
  return { url, ...demoUser, circuitsView: views.circuits.guid, unitsView: views.plannedUnits.guid }
}
