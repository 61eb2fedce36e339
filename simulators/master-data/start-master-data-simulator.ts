import { serve } from "@/simulators/serve"
import { answer, problem } from "./answer"
import { type Command, command, openControl, type State } from "./control"
import { type Credentials, demoCredentials } from "./credentials"

export type MasterDataSimulator = {
  /** Of the API and of the sign-in service alike. */
  url: string
  credentials: Credentials
  control(command: Command): State
  state(): State
  stop(): Promise<void>
}

/** Starts a stand-in for master data and its sign-in on 127.0.0.1, with a list of so many entries. Port 0 takes a free one. */
export async function startMasterDataSimulator(
  options: { port?: number; items?: number; seed?: number; now?: () => number } = {},
): Promise<MasterDataSimulator> {
  const { port = 0, items = 25, seed = 1, now = Date.now } = options
  const { world, apply, state, count } = openControl({ count: items, seed, now })
  const { origin, stop } = await serve(
    {
      answer: (asked) => answer(world, demoCredentials, asked),
      refuse: problem,
      strike: ({ method, url }) => {
        count(`${method} ${url.pathname}`)
        return world.faults.strike(url.pathname.endsWith("/token") ? "token" : "list")
      },
      command,
      apply: (wanted) => apply(command.parse(wanted)),
      state,
    },
    port,
  )
  return { url: origin, credentials: demoCredentials, control: apply, state, stop }
}
