import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
} from "node:fs"
import path from "node:path"

/** Who runs Postgres and from where. `uid` null: ourselves. */
export type RunAs = { uid: number | null; gid: number | null; home: string; binaries: string }

/**
 * Postgres refuses to run as root, so root lends it to the user `postgres`, or `nobody`. That user must be able to walk
 * to the files; where a folder on the way is closed (a checkout below /root), files go to /var/lib/rollcall instead.
 */
export function chooseRunAs(home: string, binaries: string): RunAs {
  if (process.getuid?.() !== 0) {
    mkdirSync(home, { recursive: true })
    return { uid: null, gid: null, home, binaries }
  }
  const { uid, gid } = unprivilegedUser()
  const open = isWalkable(path.dirname(path.resolve(home))) && isWalkable(binaries)
  if (open) return { uid, gid, home, binaries }
  const elsewhere = path.join("/var/lib/rollcall", shortHash(path.resolve(home)))
  mkdirSync(elsewhere, { recursive: true })
  for (const folder of [path.dirname(elsewhere), elsewhere]) chmodSync(folder, 0o755) // whatever the umask is
  return { uid, gid, home: elsewhere, binaries: copyBinaries(binaries, elsewhere) }
}

function unprivilegedUser(): { uid: number; gid: number } {
  const lines = readFileSync("/etc/passwd", "utf8").split("\n")
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(":") ?? []
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error(
    "Postgres does not run as root, and there is no user postgres or nobody to lend it to. Run as another user.",
  )
}

function isWalkable(folder: string): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false
    if (at === path.dirname(at)) return true
  }
}

/** The bundled files keep their links only when copied by cp. */
function copyBinaries(from: string, home: string): string {
  const to = path.join(
    home,
    `native-${shortHash(`${from}${statSync(path.join(from, "bin", "postgres")).mtimeMs}`)}`,
  )
  if (!existsSync(to)) {
    cpSync(from, `${to}.part`, { recursive: true, verbatimSymlinks: true })
    execFileSync("mv", [`${to}.part`, to])
  }
  accessSync(path.join(to, "bin", "postgres"), constants.X_OK)
  return to
}

const shortHash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12)
