import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { type Cluster, startCluster } from "./cluster"

/**
 * The embedded Postgres of one `.rollcall` folder, shared by every command that runs there: the first one starts it, the
 * last one to leave stops it. A command that was killed is not counted.
 */
export async function openEmbedded(
  rollcallHome: string,
): Promise<{ url: string; startedHere: boolean; leave: () => Promise<void> }> {
  const home = path.resolve(rollcallHome, "postgres")
  const users = path.resolve(rollcallHome, "postgres-users")
  mkdirSync(users, { recursive: true, mode: 0o755 })
  const own = path.join(users, String(process.pid))
  const cluster = await withLock(users, async () => {
    writeFileSync(own, "")
    return startCluster({ home })
  }).catch((error: unknown) => {
    rmSync(own, { force: true })
    throw error
  })
  return { url: cluster.url, startedHere: cluster.startedHere, leave: () => leave({ users, own, cluster }) }
}

function leave({ users, own, cluster }: { users: string; own: string; cluster: Cluster }): Promise<void> {
  return withLock(users, async () => {
    rmSync(own, { force: true })
    if (livingUsers(users).length === 0) await cluster.stop()
  })
}

function livingUsers(users: string): string[] {
  return readdirSync(users).filter(
    (name) => /^\d+$/.test(name) && isAlive(Number(name), path.join(users, name)),
  )
}

function isAlive(pid: number, file: string): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EPERM") return true
    rmSync(file, { force: true })
    return false
  }
}

/** mkdir is atomic everywhere; a lock older than any start can take was left behind by a killed command. */
async function withLock<T>(users: string, act: () => Promise<T>): Promise<T> {
  const lock = path.join(users, "lock")
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
      if (age > 120_000) rmSync(lock, { recursive: true, force: true })
      await sleep(100)
    }
  }
  try {
    return await act()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}
