/**
 * `npm ci` refuses a lockfile without an entry for every platform's build of an optional package, and `npm install` leaves
 * such entries out silently where the registry lacks the build. Prints what is missing and exits with 1.
 */
import { readFileSync } from "node:fs"
import { missingFromLock } from "./missing-from-lock"

const missing = missingFromLock(JSON.parse(readFileSync("package-lock.json", "utf8")))
if (missing.length > 0) {
  console.error(
    `package-lock.json lacks ${missing.length} packages that npm ci asks for. Pin a version that has them all:`,
  )
  for (const line of missing) console.error(`  ${line}`)
  process.exit(1)
}
