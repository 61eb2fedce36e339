import { z } from "zod"

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).default({}),
    }),
  ),
})

/** Optional packages that a lockfile names but has no entry for, as `dependent -> name@range`. Takes the parsed file. */
export function missingFromLock(content: unknown): string[] {
  const { packages } = lockfile.parse(content)
  return Object.entries(packages).flatMap(([at, { version = "", optionalDependencies }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !placesToLook(at, name).some((place) => place in packages))
      .map(
        ([name, range]) =>
          `${at.replace(/^.*node_modules\//, "") || "package.json"}@${version} -> ${name}@${range}`,
      ),
  )
}

/** Where Node would look for `name` from the package at `at`: beside its own modules, then in every folder above. */
function placesToLook(at: string, name: string): string[] {
  const parts = at === "" ? [] : at.split("/node_modules/")
  const folders = parts.map((_, index) => parts.slice(0, parts.length - index).join("/node_modules/"))
  return [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`]
}
