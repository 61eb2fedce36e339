import { serve } from "@/simulators/serve"
import { type Command, command, openControl, type State } from "./control"
import type { Dialect } from "./dialect"
import { fleet } from "./dialects/fleet"
import { intune } from "./dialects/intune"
import { jamfPro } from "./dialects/jamf-pro"
import { kandji } from "./dialects/kandji"
import { micromdm } from "./dialects/micromdm"
import { mosyle } from "./dialects/mosyle"
import { plain } from "./dialects/plain"
import { simplemdm } from "./dialects/simplemdm"

export const dialects = {
  simplemdm,
  fleet,
  "jamf-pro": jamfPro,
  kandji,
  intune,
  mosyle,
  micromdm,
  "rest-mdm": plain,
} satisfies Record<string, Dialect>

export type DialectName = keyof typeof dialects

export type RestSimulator = {
  origin: string
  port: number
  /** What opens it, by the names of the preset's settings and credentials. */
  settings: Record<string, string>
  credentials: Record<string, string>
  control(command: Command): State
  state(): State
  stop(): Promise<void>
}

/** Starts a stand-in for one MDM on 127.0.0.1, with a fleet of so many devices made from a seed. Port 0 takes a free one. */
export async function startRestSimulator(
  name: DialectName,
  options: { port?: number; devices?: number; seed?: number; now?: () => number } = {},
): Promise<RestSimulator> {
  const { port = 0, devices = 25, seed = 1, now = Date.now } = options
  const dialect: Dialect = dialects[name]
  const { world, apply, state, count } = openControl({ devices, seed, now })
  const served = await serve(
    {
      answer: (asked) => dialect.answer(world, asked),
      refuse: dialect.refuse,
      strike: (asked) => {
        count(`${asked.method} ${asked.url.pathname}`)
        return world.faults.strike(dialect.callOf(asked))
      },
      command,
      apply: (wanted) => apply(command.parse(wanted)),
      state,
    },
    port,
  )
  const { origin, stop } = served
  const { credentials } = dialect
  return {
    origin,
    port: served.port,
    settings: dialect.settings(origin),
    credentials,
    control: apply,
    state,
    stop,
  }
}
