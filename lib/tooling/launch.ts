import { checkNode } from "./check-node"
import type { Ground } from "./ground"
import { type Ending, indent, Processes } from "./processes"

export type Launch = {
  processes: Processes
  /** Aborts when the command is told to stop, also while it is still starting. */
  signal: AbortSignal
  /** Ends the command from within, when its work is done; `code` is then its exit code. */
  stop: (code?: number) => void
  /** Tells the launcher what to leave at the end. */
  standOn: (ground: Ground) => void
}

/**
 * Runs a command that starts processes, until a signal or until one of them ends by itself. Then all of them are stopped, the
 * database is left, and we exit: 0 when told to stop, 1 when something failed.
 */
export async function launch(begin: (launch: Launch) => Promise<void>): Promise<never> {
  checkNode()
  ignoreClosedTerminal()
  const stop = new AbortController()
  const failures: string[] = []
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(name, () => {
      if (!stop.signal.aborted) console.log("\nStopping …")
      stop.abort()
    })
  const processes = new Processes((ending) => {
    failures.push(describe(ending))
    stop.abort()
  })
  let exitCode = 0
  const end = (code = 0) => {
    exitCode = code
    stop.abort()
  }
  let ground: Ground | null = null
  const standOn = (opened: Ground) => {
    ground = opened
  }
  const stopped = new Promise<string[]>((resolve) => {
    stop.signal.addEventListener("abort", () => resolve(processes.stop()))
  })
  await begin({ processes, signal: stop.signal, stop: end, standOn }).catch((error: unknown) => {
    if (!stop.signal.aborted) failures.push(error instanceof Error ? error.message : String(error))
    stop.abort()
  })
  const stubborn = await stopped
  for (const failure of failures) console.error(`\n${failure}`)
  if (stubborn.length > 0)
    console.error(`${stubborn.join(" and ")} did not stop within 15 s and had to be ended.`)
  await leave(ground)
  process.exit(failures.length === 0 ? exitCode : 1)
}

const leave = (ground: Ground | null) => ground?.leave()

function describe({ name, how, lines }: Ending): string {
  return `${name} ended by itself (${how}). Its last lines:\n${indent(lines)}`
}

/** A terminal that was closed must not keep us from stopping what we started. */
function ignoreClosedTerminal(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {})
}
