import { serve } from "@/simulators/serve"
import { answer, callOf } from "./answer"
import { type Command, command, openControl, type State } from "./control"
import { refuse } from "./refuse"
import { applications, hostName, policies, tenantId } from "./world"

export type AzureIotHubSimulator = {
  /** Where the hub answers, e.g. `http://127.0.0.1:4101`; Entra ID's token endpoint too. */
  url: string
  port: number
  hostName: string
  /** Of the policy that may read all we need. */
  credentials: { connectionString: string }
  entraCredentials: { tenantId: string; clientId: string; clientSecret: string; hostName: string }
  control(command: Command): State
  state(): State
  stop(): Promise<void>
}

/** The connection string of one of the hub's policies. */
export const connectionStringOf = (policy: string): string =>
  `HostName=${hostName};SharedAccessKeyName=${policy};SharedAccessKey=${policies[policy]?.key ?? ""}`

/** Starts a stand-in for an IoT hub on 127.0.0.1, with a fleet of so many devices made from a seed. Port 0 takes a free one. */
export async function startAzureIotHubSimulator(
  options: { port?: number; devices?: number; seed?: number; now?: () => number } = {},
): Promise<AzureIotHubSimulator> {
  const { port = 0, devices = 25, seed = 1, now = Date.now } = options
  const { world, apply, state, count } = openControl({ devices, seed, now })
  const served = await serve(
    {
      answer: (asked) => answer(world, asked),
      refuse,
      strike: (asked) => {
        const call = callOf(asked)
        count(`${asked.method} ${asked.url.pathname}`, call)
        return world.faults.strike(call)
      },
      command,
      apply: (wanted) => apply(command.parse(wanted)),
      state,
    },
    port,
  )
  const [clientId = ""] = Object.keys(applications)
  return {
    url: served.origin,
    port: served.port,
    hostName,
    credentials: { connectionString: connectionStringOf("rollcall") },
    entraCredentials: { tenantId, clientId, clientSecret: applications[clientId]?.secret ?? "", hostName },
    control: apply,
    state,
    stop: served.stop,
  }
}
