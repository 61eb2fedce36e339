import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { z } from "zod"

const claim = z.object({ pid: z.number().int(), url: z.string() })

/**
 * Notes that the demo of this folder runs at `url`, and returns what takes the note away. Throws when one runs already: a second
 * one would lead the first one's integrations to its own simulators.
 */
export function claimDemo(url: string): () => void {
  const home = path.resolve(process.env.ROLLCALL_HOME || ".rollcall")
  const file = path.join(home, "demo.json")
  const other = read(file)
  if (other !== null && isAlive(other.pid)) {
    throw new Error(
      `The demo of this folder runs already, at ${other.url}. Stop it first, or give this one a folder of its own with ROLLCALL_HOME.`,
    )
  }
  mkdirSync(home, { recursive: true, mode: 0o755 })
  writeFileSync(file, JSON.stringify({ pid: process.pid, url }))
  return () => rmSync(file, { force: true })
}

function read(file: string): z.infer<typeof claim> | null {
  try {
    return claim.parse(JSON.parse(readFileSync(file, "utf8")))
  } catch {
    return null // none, or half written by one that was killed
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"
  }
}
