import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import path from "node:path"

/** One hash of files, and of all files below folders; those that are not there, tests and tools are left out. */
export function hashSources(roots: string[]): string {
  const hash = createHash("sha256")
  const files = roots.filter((root) => existsSync(root)).flatMap(filesIn)
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(file)).update("\0")
  return hash.digest("hex")
}

function filesIn(root: string): string[] {
  if (path.extname(root) !== "") return [root]
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/\.test\.tsx?$|^lib\/(tooling|cli|db\/generated)\//.test(file))
}
