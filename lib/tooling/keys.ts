import { randomBytes } from "node:crypto"
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { z } from "zod"

const keys = z.object({ ROLLCALL_ENCRYPTION_KEYS: z.string().min(1), NEXTAUTH_SECRET: z.string().min(16) })
export type Keys = z.infer<typeof keys>

/** A new entry for ROLLCALL_ENCRYPTION_KEYS: `id:base64` of 32 random bytes. */
export function newEncryptionKey(now = new Date()): string {
  const id = `${now.toISOString().slice(0, 10).replaceAll("-", "")}-${randomBytes(3).toString("hex")}`
  return `${id}:${randomBytes(32).toString("base64")}`
}

/** The keys kept in `home/keys.json`, made on first use and readable by their owner only. Throws when the file is broken. */
export function keptKeys(home: string): Keys {
  const file = path.join(home, "keys.json")
  return readKeys(file) ?? keep(file)
}

function readKeys(file: string): Keys | null {
  try {
    return keys.parse(JSON.parse(readFileSync(file, "utf8")))
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null
    throw new Error(
      `${file} cannot be read as Rollcall's keys. Restore it from a backup: credentials stored in the database can only be ` +
        "read with it. If there is nothing to keep, delete the whole folder.",
      { cause },
    )
  }
}

/** Two commands may start at once: the first to link its file into place wins, both read that one. */
function keep(file: string): Keys {
  const own = `${file}.${process.pid}`
  const made: Keys = {
    ROLLCALL_ENCRYPTION_KEYS: newEncryptionKey(),
    NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
  }
  writeFileSync(own, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
  try {
    linkSync(own, file)
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error
  } finally {
    rmSync(own)
  }
  return readKeys(file) ?? made
}
