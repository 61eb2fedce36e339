import { execFile } from "node:child_process"
import { promisify } from "node:util"
import { inject } from "vitest"

type Result = { code: number; stdout: string; stderr: string }

/** Runs `rollcall …` in a process of its own, against the test's database. */
export async function rollcall(
  args: string[],
  { input = "", env = {} }: { input?: string; env?: object } = {},
): Promise<Result> {
  const command = [...inject("scripts").rollcall, ...args]
  const running = promisify(execFile)(process.execPath, command, {
    env: { ...process.env, ROLLCALL_HOME: "nowhere", ...env },
  })
  running.child.stdin?.end(input)
  try {
    return { code: 0, ...(await running) }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && "stdout" in error && "stderr" in error)) throw error
    return { code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) }
  }
}
