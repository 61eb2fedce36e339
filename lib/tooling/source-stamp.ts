import { createHash } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"

/** What files hold now, a line each, in the form of `sha256sum`. */
export const stampOf = (files: string[]): string =>
  files
    .toSorted()
    .map((file) => `${hashOf(file)}  ${file}\n`)
    .join("")

/** Whether every file that a stamp names is there and holds what it held then. */
export function isCurrent(stamp: string): boolean {
  const lines = stamp.split("\n").filter((line) => line !== "")
  const files = lines.map((line) => line.slice(line.indexOf("  ") + 2))
  return lines.length > 0 && files.every((file) => existsSync(file)) && stampOf(files) === stamp
}

const hashOf = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex")
