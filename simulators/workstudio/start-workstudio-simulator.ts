import { serve } from "@/simulators/serve"
import { answer, protocolIn } from "./answer"
import { plannerNames } from "./circuits"
import { type Command, command, openControl, type State } from "./control"
import { refuse } from "./refuse"
import { type User, views } from "./world"

export type WorkstudioSimulator = {
  /** Address of the server, e.g. `http://127.0.0.1:4101`. */
  url: string
  port: number
  /** The service account's. */
  credentials: User
  /** Users of their own, planners all of them. */
  planners: User[]
  views: typeof views
  control(command: Command): State
  state(): State
  stop(): Promise<void>
}

export const demoUser: User = { username: "Default\\WSApiUser", password: "workstudio-simulator-password" }
export const demoPlanners: User[] = plannerNames.map((username) => ({
  username,
  password: `planner-${username.split("\\")[1]}`,
}))

/** Starts a stand-in for a WorkStudio server on 127.0.0.1, with so many circuits made from a seed. Port 0 takes a free one. */
export async function startWorkstudioSimulator(
  options: { port?: number; circuits?: number; seed?: number; now?: () => number } = {},
): Promise<WorkstudioSimulator> {
  const { port = 0, circuits = 25, seed = 1, now = Date.now } = options
  const { world, apply, state, count } = openControl({
    circuits,
    seed,
    now,
    users: [demoUser, ...demoPlanners],
  })
  const served = await serve(
    {
      answer: (asked) => answer(world, asked),
      refuse,
      strike: ({ method, url }) => {
        count(`${method} ${url.pathname}`)
        return world.faults.strike(protocolIn(url.pathname) ?? "health")
      },
      command,
      apply: (wanted) => apply(command.parse(wanted)),
      state,
    },
    port,
  )
  return {
    url: served.origin,
    port: served.port,
    credentials: demoUser,
    planners: demoPlanners,
    views,
    control: apply,
    state,
    stop: served.stop,
  }
}
