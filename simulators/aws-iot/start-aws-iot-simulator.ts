import { serve } from "@/simulators/serve"
import { answer } from "./answer"
import { role } from "./answer-role"
import { type Command, command, openControl, type State } from "./control"
import { refuse } from "./refuse"
import { routeOf } from "./routes"

export type AwsIotSimulator = {
  /** The endpoint of all its services, e.g. `http://127.0.0.1:4100`. */
  url: string
  region: string
  port: number
  credentials: { accessKeyId: string; secretAccessKey: string }
  /** What a role can be taken on with, by the same keys. */
  role: { roleArn: string; externalId: string }
  control(command: Command): State
  state(): State
  stop(): Promise<void>
}

export const demoAccess = {
  region: "eu-central-1",
  accessKeyId: "AKIASIMULATED",
  secretAccessKey: "aws-simulator-secret",
}

type Options = { port?: number; devices?: number; cores?: number; seed?: number; now?: () => number }

/** Starts a stand-in for AWS IoT and Greengrass on 127.0.0.1. One thing in a hundred, but two at least, is a core. */
export async function startAwsIotSimulator(options: Options = {}): Promise<AwsIotSimulator> {
  const { port = 0, devices = 25, seed = 1, now = Date.now } = options
  const { cores = Math.max(2, Math.round(devices / 100)) } = options
  const { region, ...credentials } = demoAccess
  const { world, apply, state, count } = openControl({
    devices,
    cores,
    seed,
    now,
    region,
    keys: [credentials],
  })
  const served = await serve(
    {
      answer: (asked) => answer(world, asked),
      refuse,
      strike: ({ method, url }) => {
        const call = routeOf(method, url.pathname)?.call ?? "other"
        count(call)
        return world.faults.strike(call)
      },
      command,
      apply: (wanted) => apply(command.parse(wanted)),
      state,
    },
    port,
  )
  return {
    url: served.origin,
    region,
    port: served.port,
    credentials,
    role: { roleArn: role.arn, externalId: role.externalId },
    control: apply,
    state,
    stop: served.stop,
  }
}
