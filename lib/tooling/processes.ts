import { type ChildProcess, spawn } from "node:child_process"
import { createWriteStream, mkdirSync } from "node:fs"
import path from "node:path"

type Start = {
  name: string
  /** Arguments of node: a script and what it is given. */
  args: string[]
  env: Record<string, string>
  cwd?: string
  /** Where its output goes: on to ours, or into a file of this folder. */
  output: "shown" | { folder: string }
}

/** A process that ended by itself. `lines` are the last it wrote. */
export type Ending = { name: string; how: string; lines: string[] }

type Running = { name: string; child: ChildProcess; exited: Promise<Ending> }

/** The processes of one command. */
export class Processes {
  readonly #running: Running[] = []
  #stopping = false

  /** `onEnding` is called when a process ends that nobody told to. */
  constructor(private readonly onEnding: (ending: Ending) => void) {}

  /** Starts a process that is meant to stay. */
  start(start: Start): void {
    void this.#spawn(start).then((ending) => {
      if (!this.#stopping) this.onEnding(ending)
    })
  }

  /** Runs a process to its end. Throws with its last lines when it fails or is stopped. */
  async run(start: Start): Promise<void> {
    const { how, lines } = await this.#spawn(start)
    if (how !== "code 0") throw new Error(`${start.name} failed (${how}):\n${indent(lines)}`)
  }

  /** In a process group of its own, so that Ctrl-C reaches only us and we choose the order. */
  #spawn({ name, args, env, cwd = process.cwd(), output }: Start): Promise<Ending> {
    if (this.#stopping) throw new Error(`${name} was not started: we are stopping.`)
    const preload = path.resolve("lib/tooling/end-with-launcher.mjs")
    const child = spawn(process.execPath, ["--import", preload, ...args], {
      cwd,
      env: { NODE_ENV: "production", ...env, ROLLCALL_LAUNCHER: String(process.pid) },
      detached: true,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    })
    const lines = keepLastLines(child)
    route(child, name, output)
    const exited = new Promise<Ending>((resolve) => {
      child.once("error", (error) => lines.push(error.message))
      child.once("exit", () => endGroup(child))
      child.once("close", (code, signal) => resolve({ name, how: signal ?? `code ${code}`, lines }))
    })
    this.#running.push({ name, child, exited })
    return exited
  }

  /** Asks every process to end, waits up to 15 s, then ends what is left. Returns the names of those. */
  async stop(): Promise<string[]> {
    this.#stopping = true
    const stubborn = await Promise.all(this.#running.map(stopOne))
    return stubborn.filter((name) => name !== null)
  }
}

/** For showing last lines under a sentence. */
export const indent = (lines: string[]): string => lines.map((line) => `  ${line}`).join("\n")

async function stopOne({ name, child, exited }: Running): Promise<string | null> {
  child.kill("SIGTERM")
  let stubborn: string | null = null
  const limit = setTimeout(() => {
    stubborn = name
    endGroup(child)
  }, 15_000)
  await exited
  clearTimeout(limit)
  return stubborn
}

/** What a process started and did not end itself. */
function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, "SIGKILL")
  } catch {
    // nobody is left
  }
}

function keepLastLines(child: ChildProcess): string[] {
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      lines.push(...text.split("\n").filter((line) => line.trim() !== ""))
      lines.splice(0, lines.length - 20)
    })
  }
  return lines
}

function route(child: ChildProcess, name: string, output: Start["output"]): void {
  if (output === "shown") {
    child.stdout?.pipe(process.stdout, { end: false })
    child.stderr?.pipe(process.stderr, { end: false })
    return
  }
  mkdirSync(output.folder, { recursive: true })
  const file = createWriteStream(path.join(output.folder, `${name}.log`))
  child.stdout?.pipe(file, { end: false })
  child.stderr?.pipe(file, { end: false })
  child.once("close", () => file.end())
}
