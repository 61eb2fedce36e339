import { spawn } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { afterAll, afterEach, inject } from "vitest"
import { z } from "zod"

const logLine = z.looseObject({ level: z.string(), msg: z.string(), runId: z.string().optional() })
export type LogLine = z.infer<typeof logLine>

const started: ReturnType<typeof spawn>[] = []
const killAll = () => {
  for (const child of started.splice(0)) child.kill("SIGKILL")
}
afterEach(killAll)
afterAll(killAll)

/** The worker as it runs in production, in a process of its own on a free port; killed after the test if it still runs. */
export async function startWorker(databaseUrl: string, env: Record<string, string> = {}) {
  const preload = path.resolve("lib/tooling/end-with-launcher.mjs")
  const child = spawn(process.execPath, ["--import", preload, ...inject("scripts").worker], {
    env: {
      ...process.env,
      LOG_LEVEL: "info",
      DATABASE_URL: databaseUrl,
      WORKER_PORT: "0",
      ROLLCALL_LAUNCHER: String(process.pid),
      ...env,
    },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  })
  started.push(child)
  const exited = once(child, "exit").then(([code, signal]) => ({ code, signal }))
  let output = ""
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    output += text
  })
  const lines = (): LogLine[] =>
    output
      .split("\n")
      .slice(0, -1)
      .map((line) => logLine.parse(JSON.parse(line)))
  const said = async (msg: string): Promise<LogLine> => {
    for (;;) {
      const line = lines().find((candidate) => candidate.msg === msg)
      if (line !== undefined) return line
      if (child.exitCode !== null) throw new Error(`The worker ended without saying "${msg}":\n${output}`)
      await sleep(20)
    }
  }
  const { port } = await said("worker started")
  return {
    url: `http://127.0.0.1:${port}`,
    lines,
    said,
    exited,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** Status and body of one of its addresses. */
    ask: async (path: string) => {
      const reply = await fetch(`http://127.0.0.1:${port}${path}`)
      return { status: reply.status, body: await reply.json() }
    },
  }
}
