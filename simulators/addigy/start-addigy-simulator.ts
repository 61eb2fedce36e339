import { serve } from "@/simulators/serve"
import { answer, callOf } from "./answer"
import { type Command, command, openControl, type State } from "./control"
import { type Policy, policies } from "./fleet"
import { refuse } from "./refuse"

export type AddigySimulator = {
  /** Base of v2, e.g. `http://127.0.0.1:4100/api/v2`. */
  url: string
  v1Url: string
  port: number
  credentials: { apiKey: string; clientId: string; clientSecret: string }
  policies: readonly Policy[]
  control(command: Command): State
  state(): State
  stop(): Promise<void>
}

export const demoCredentials = {
  apiKey: "addigy-simulator-api-key",
  clientId: "addigy-simulator-client",
  clientSecret: "addigy-simulator-client-secret",
}

/** Starts a stand-in for Addigy on 127.0.0.1, with a fleet of so many devices made from a seed, and so many further API keys. Port 0 takes a free one. */
export async function startAddigySimulator(
  options: { port?: number; devices?: number; seed?: number; keys?: number; now?: () => number } = {},
): Promise<AddigySimulator> {
  const { port = 0, devices = 25, seed = 1, keys = 0, now = Date.now } = options
  const control = openControl({ devices, seed, now, keys, credentials: demoCredentials })
  const { world, apply, state, count } = control
  const {
    origin,
    port: taken,
    stop,
  } = await serve(
    {
      answer: (asked) => answer(world, asked),
      refuse,
      strike: ({ method, url }) => {
        count(`${method} ${url.pathname}`)
        return world.faults.strike(callOf(url.pathname))
      },
      command,
      apply: (wanted) => apply(command.parse(wanted)),
      state,
    },
    port,
  )
  return {
    url: `${origin}/api/v2`,
    v1Url: `${origin}/api`,
    port: taken,
    credentials: demoCredentials,
    policies,
    control: apply,
    state,
    stop,
  }
}
