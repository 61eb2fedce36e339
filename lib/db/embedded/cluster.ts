import { execFile } from "node:child_process"
import { randomBytes } from "node:crypto"
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import path from "node:path"
import { promisify } from "node:util"
import { bundledPostgres } from "./binaries"
import { chooseRunAs, type RunAs } from "./run-as"
import { roomy } from "./settings"

const run = promisify(execFile)

/** A Postgres server of our own, on 127.0.0.1. `url` names the database `rollcall`. */
export type Cluster = {
  url: string
  pid: number
  log: string
  startedHere: boolean
  /** `immediate` stops it as a crash would: nothing is written out, the next start recovers from the log. */
  stop: (how?: "fast" | "immediate") => Promise<void>
}

/**
 * Starts the cluster in `home` (made on first use), or attaches to the one that is already running there.
 * `flags` are server settings such as `fsync=off`; without `port` it takes a free one. Throws with the end of the server's log when it does not start.
 */
export async function startCluster({
  home,
  flags = [],
  port: wanted,
}: {
  home: string
  flags?: string[]
  port?: number
}): Promise<Cluster> {
  const as = chooseRunAs(path.resolve(home), bundledPostgres())
  const data = path.join(as.home, "data")
  const log = path.join(as.home, "postgres.log")
  if (!existsSync(path.join(data, "PG_VERSION"))) await initialise(as, data)
  const startedHere = !(await isRunning(as, data))
  if (startedHere) await start({ as, data, log, flags, port: wanted ?? (await freePort()) })
  const [pid, , , port] = readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n")
  const password = readFileSync(path.join(as.home, "password"), "utf8")
  return {
    url: `postgresql://rollcall:${password}@127.0.0.1:${port}/rollcall`,
    pid: Number(pid),
    log,
    startedHere,
    stop: async (how = "fast") => {
      if (await isRunning(as, data)) await pgCtl(as, ["stop", "-D", data, "-m", how, "-w", "-t", "30"])
    },
  }
}

async function initialise(as: RunAs, data: string): Promise<void> {
  mkdirSync(as.home, { recursive: true, mode: 0o755 })
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { mode: 0o700 })
  const passwordFile = path.join(as.home, "password")
  writeFileSync(passwordFile, randomBytes(18).toString("hex"), { mode: 0o600 })
  for (const file of [as.home, data, passwordFile]) lend(as, file)
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
  const auth = ["--username=rollcall", "--auth=scram-sha-256", `--pwfile=${passwordFile}`]
  try {
    await exec(as, "initdb", ["-D", data, "--no-instructions", ...auth, ...locale])
  } catch (cause) {
    rmSync(data, { recursive: true, force: true })
    throw new Error(`The embedded Postgres could not be set up in ${as.home}: ${stderrOf(cause)}`, { cause })
  }
}

type Start = { as: RunAs; data: string; log: string; flags: string[]; port: number }

async function start({ as, data, log, flags, port }: Start): Promise<void> {
  writeFileSync(log, "", { mode: 0o644 })
  lend(as, log)
  const reach = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200"]
  const settings = [...reach, ...roomy, ...flags]
  const options = ["-p", String(port), ...settings.flatMap((setting) => ["-c", setting])]
  try {
    await pgCtl(as, ["start", "-D", data, "-l", log, "-w", "-t", "60", "-o", options.map(quote).join(" ")])
  } catch (cause) {
    const tail = readFileSync(log, "utf8").trim().split("\n").slice(-8).join("\n")
    throw new Error(
      `The embedded Postgres did not start. Its log (${log}) ends with:\n${tail || stderrOf(cause)}\n` +
        "Mend that, or set DATABASE_URL to a Postgres of your own.",
      { cause },
    )
  }
  await createDatabase(as, data)
}

async function createDatabase(as: RunAs, data: string): Promise<void> {
  const { Client } = (await import("pg")).default
  const [, , , port] = readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n")
  const password = readFileSync(path.join(as.home, "password"), "utf8")
  const client = new Client({
    host: "127.0.0.1",
    port: Number(port),
    user: "rollcall",
    password,
    database: "postgres",
  })
  await client.connect()
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = 'rollcall'")
    if (rowCount === 0) await client.query("create database rollcall")
  } finally {
    await client.end()
  }
}

async function isRunning(as: RunAs, data: string): Promise<boolean> {
  if (!existsSync(path.join(data, "postmaster.pid"))) return false
  return pgCtl(as, ["status", "-D", data]).then(
    () => true,
    () => false,
  )
}

const pgCtl = (as: RunAs, args: string[]) => exec(as, "pg_ctl", args)

/** pg_ctl gives the server a session of its own, so Ctrl-C reaches only us and we stop it last. */
function exec(as: RunAs, binary: string, args: string[]) {
  const identity = as.uid === null || as.gid === null ? {} : { uid: as.uid, gid: as.gid }
  return run(path.join(as.binaries, "bin", binary), args, {
    cwd: as.home,
    env: { NODE_ENV: "production", PATH: "/usr/bin:/bin", TZ: "UTC" },
    ...identity,
  })
}

function lend(as: RunAs, file: string): void {
  if (as.uid !== null && as.gid !== null) chownSync(file, as.uid, as.gid)
}

const quote = (word: string): string => `'${word}'`

function stderrOf(cause: unknown): string {
  if (
    cause instanceof Error &&
    "stderr" in cause &&
    typeof cause.stderr === "string" &&
    cause.stderr !== ""
  ) {
    return cause.stderr.trim()
  }
  return cause instanceof Error ? cause.message : String(cause)
}

/** A port of 127.0.0.1 that nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      const port = typeof address === "object" && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
