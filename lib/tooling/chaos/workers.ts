import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { openSync } from "node:fs"
import path from "node:path"
import { programs } from "@/lib/tooling/programs"

type Options = { count: number; env: NodeJS.ProcessEnv; folder: string }

/** Worker processes that are started again whenever they end: killed by us, or broken by what we did. */
export function openWorkers({ count, env, folder }: Options) {
  const children: ChildProcess[] = []
  let isOpen = true
  let fellOver = 0

  function start(number: number): void {
    const log = openSync(path.join(folder, `worker-${number}.log`), "a")
    const child = spawn(process.execPath, programs.worker().args, { env, stdio: ["ignore", log, log] })
    children[number] = child
    child.once("exit", (_, signal) => {
      if (!isOpen) return
      if (signal !== "SIGKILL") fellOver += 1
      start(number)
    })
  }

  for (let number = 0; number < count; number++) start(number)
  return {
    /** How often one ended though nobody killed it. */
    fellOver: () => fellOver,
    kill: (number: number) => children[number]?.kill("SIGKILL"),
    stop: async () => {
      isOpen = false
      const running = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
      await Promise.all(
        running.map((child) => {
          const exited = once(child, "exit")
          child.kill("SIGKILL")
          return exited
        }),
      )
    },
  }
}
