import { demoCredentials } from "@/simulators/addigy/start-addigy-simulator"
import { demoAccess } from "@/simulators/aws-iot/start-aws-iot-simulator"
import { connectionStringOf } from "@/simulators/azure-iot-hub/start-azure-iot-hub-simulator"
import { demoCredentials as masterData } from "@/simulators/master-data/credentials"
import { plain } from "@/simulators/rest-mdm/dialects/plain"
import { simplemdm } from "@/simulators/rest-mdm/dialects/simplemdm"
import { demoS3 } from "@/simulators/s3/credentials"
import { demoUser } from "@/simulators/workstudio/start-workstudio-simulator"
import { views } from "@/simulators/workstudio/world"
import type { Ground } from "./ground"
import { choosePort } from "./ports"
import type { Processes } from "./processes"
import { programs } from "./programs"
import { waitFor } from "./wait-for"

type Start = { processes: Processes; ground: Ground; signal: AbortSignal; output: { folder: string } }

/** What the wizard is given to reach a stand-in: the provider's name, and each field with what to type. */
export type Reachable = { provider: string; fields: [label: string, value: string][] }

type Reach = (origin: string, originOf: (simulator: string) => string) => Reachable | null

/** Stand-ins beside those for MDMs, which the demo starts but does not connect; null for one that another one is used with. */
const further: Record<string, Reach> = {
  "azure-iot-hub": (origin) => ({
    provider: "an Azure IoT hub",
    fields: [
      ["Endpoint", origin],
      ["Connection string", connectionStringOf("rollcall")],
    ],
  }),
  "aws-iot": (origin) => ({
    provider: "AWS IoT",
    fields: [
      ["Region", demoAccess.region],
      ["Endpoint", origin],
      ["Access key ID", demoAccess.accessKeyId],
      ["Secret access key", demoAccess.secretAccessKey],
    ],
  }),
  "master-data": (origin, originOf) => ({
    provider: "master data to S3 (sign-in: a bearer token)",
    fields: [
      ["Endpoint", origin],
      ["Bucket", demoS3.bucket],
      ["S3 endpoint", originOf("s3")],
      ["Bearer token", masterData.bearerToken],
      ["Subscription key", masterData.subscriptionKey],
      ["Access key ID", demoS3.accessKeyId],
      ["Secret access key", demoS3.secretAccessKey],
    ],
  }),
  s3: () => null,
  workstudio: (origin) => ({
    provider: "WorkStudio",
    fields: [
      ["Address", origin],
      ["Circuits view", views.circuits.guid],
      ["User name", demoUser.username],
      ["Password", demoUser.password],
      ["Planned units view", views.plannedUnits.guid],
    ],
  }),
  "rest-mdm": (origin) => ({
    provider: "an MDM that nobody listed (Another MDM, or Black Glove; docs/connectors.md has the steps)",
    fields: [
      ["Base URL", `${origin}/api`],
      ["Authentication", "API key in a header"],
      ["API key", plain.credentials.apiKey ?? ""],
      ["List path", "/page/devices"],
      ["Items path", "$.devices"],
      ["Paging", "Page numbers"],
    ],
  }),
}

/**
 * Starts the stand-ins with 25 devices each, in one process: for Addigy on SIMULATOR_PORT or the first free port from 4100 on,
 * for SimpleMDM on MDM_SIMULATOR_PORT or the next free one, for the others on AZURE_IOT_HUB_PORT, AWS_IOT_PORT,
 * MASTER_DATA_PORT, S3_PORT, WORKSTUDIO_PORT and REST_MDM_PORT or the next ones after it. What is given back opens them.
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
  const ports = [port, mdmPort]
  for (const simulator of Object.keys(further)) {
    const name = `${simulator.toUpperCase().replaceAll("-", "_")}_PORT`
    ports.push(await choosePort({ name, asked: process.env[name], preferred: Math.max(...ports) + 1 }))
  }
  const names = ["addigy", "simplemdm", ...Object.keys(further)]
  const { name, args } = programs.simulator
  processes.start({
    name,
    args: [...args, "--simulator", names.join(","), "--port", ports.join(","), "--devices", "25"],
    env: ground.env,
    output,
  })
  const origin = `http://127.0.0.1:${port}`
  const mdmOrigin = `http://127.0.0.1:${mdmPort}`
  await waitFor({ name: "The simulator", url: `${origin}/__control`, signal })
  await waitFor({ name: "The simulator of SimpleMDM", url: `${mdmOrigin}/__control`, signal })
  const originOf = (simulator: string) => `http://127.0.0.1:${ports[names.indexOf(simulator)]}`
  const others = Object.entries(further).flatMap(
    ([simulator, reach]) => reach(originOf(simulator), originOf) ?? [],
  )
  return {
    others,
    url: `${origin}/api/v2`,
    apiKey: demoCredentials.apiKey,
    simplemdm: { url: mdmOrigin, apiKey: simplemdm.credentials.apiKey ?? "" },
  }
}
