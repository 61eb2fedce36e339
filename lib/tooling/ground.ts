import { mkdirSync } from "node:fs"
import path from "node:path"
import { runMigrations } from "graphile-worker"
import { openEmbedded } from "@/lib/db/embedded/embedded"
import { migrate } from "@/lib/db/migrate"
import { parseEnv } from "@/lib/env"
import { keptKeys } from "./keys"
import { setVariables } from "./set-variables"

/** What every command stands on: a migrated database, the keys, and the complete environment for processes it starts. */
export type Ground = {
  home: string
  env: Record<string, string>
  /** One phrase for the person who started it. */
  database: string
  /** Names of the migrations just applied. */
  applied: string[]
  leave: () => Promise<void>
}

type Options = {
  /** Variables that stand above the caller's own. */
  set?: Record<string, string>
  /** Variables for what the caller did not set. */
  defaults?: Record<string, string>
  /** Keep keys in the home folder even when DATABASE_URL is given; without it a missing key is then an error. */
  keepKeys?: boolean
  /** False leaves the database as it is found, and a given one unopened. */
  migrate?: boolean
}

/**
 * Opens the ground and puts its environment into this process's own. Without DATABASE_URL the embedded Postgres of
 * ROLLCALL_HOME is started or joined. Throws in plain words when a variable is missing or the database cannot be had.
 */
export async function openGround({
  set = {},
  defaults = {},
  keepKeys = false,
  migrate: applies = true,
}: Options = {}): Promise<Ground> {
  const given = { ...defaults, ...setVariables(), ...set }
  const home = path.resolve(given.ROLLCALL_HOME ?? ".rollcall")
  const embedded = given.DATABASE_URL === undefined
  if (embedded || keepKeys) mkdirSync(home, { recursive: true, mode: 0o755 })
  const keys = embedded || keepKeys ? keptKeys(home) : {}
  const withoutDatabase = { ...keys, ...given, ROLLCALL_HOME: home }
  parseEnv({ ...withoutDatabase, DATABASE_URL: given.DATABASE_URL ?? "postgresql://127.0.0.1/rollcall" })
  const { url, leave } = embedded
    ? await openEmbedded(home)
    : { url: given.DATABASE_URL ?? "", leave: async () => {} }
  try {
    const applied = applies ? await deploy(url) : []
    const env = { ...withoutDatabase, DATABASE_URL: url }
    Object.assign(process.env, env)
    return {
      home,
      env,
      database: embedded ? `embedded Postgres in ${path.relative("", home)}` : nameOf(url),
      applied,
      leave,
    }
  } catch (error) {
    await leave()
    throw embedded ? error : unreachable(url, error)
  }
}

async function deploy(url: string): Promise<string[]> {
  const applied = await migrate(url)
  await runMigrations({ connectionString: url })
  return applied
}

function nameOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${pathname.slice(1)} on ${host}`
}

function unreachable(url: string, cause: unknown): unknown {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : ""
  if (!["ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "28P01", "3D000"].includes(code)) return cause
  return new Error(
    `The database ${nameOf(url)} cannot be opened (${cause instanceof Error ? cause.message || code : code}). ` +
      "Check DATABASE_URL, or leave it unset to use the embedded Postgres.",
    { cause },
  )
}
