import { createHash } from "node:crypto"
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import type { Processes } from "./processes"
import { setVariables } from "./set-variables"

const standalone = path.resolve(".next/standalone")
/** Says which sources the build was made from. */
const stamp = path.join(standalone, "sources.sha256")

/** The built web server: start it in its own folder. */
export const webServer = { script: path.join(standalone, "server.js"), folder: standalone }

/** Whether there is a finished build, of whatever sources. */
export const buildIsThere = (): boolean => existsSync(stamp) && existsSync(webServer.script)

/** Whether the build that is there was made from the sources that are there. */
export function isBuilt(): boolean {
  return buildIsThere() && readFileSync(stamp, "utf8") === hashSources()
}

/** Builds the web server and puts the files beside it that browsers load. Throws with Next's last lines when it fails. */
export async function buildWeb(processes: Processes, output: "shown" | { folder: string }): Promise<void> {
  const sources = hashSources()
  rmSync(stamp, { force: true })
  const env = { ...setVariables(), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }
  await processes.run({
    name: "build",
    args: [path.resolve("node_modules/next/dist/bin/next"), "build"],
    env,
    output,
  })
  if (!existsSync(webServer.script)) throw new Error(`next build ended without ${webServer.script}.`)
  for (const [from, to] of [
    [".next/static", ".next/static"],
    ["public", "public"],
  ] as const) {
    if (existsSync(from)) cpSync(from, path.join(standalone, to), { recursive: true, verbatimSymlinks: true })
  }
  writeFileSync(stamp, sources)
}

/** Everything that goes into the build; tests, tools and the worker do not. */
function hashSources(): string {
  const hash = createHash("sha256")
  const roots = [
    "app",
    "components",
    "lib",
    "public",
    "prisma/schema.prisma",
    "package.json",
    "package-lock.json",
  ]
  const configs = readdirSync(".").filter((name) =>
    /^(next\.config|postcss|tsconfig|proxy|instrumentation)\b.*\.(json|m?[jt]s)$/.test(name),
  )
  for (const file of [...roots, ...configs]
    .filter((root) => existsSync(root))
    .flatMap(filesIn)
    .sort()) {
    hash.update(`${file}\0`).update(readFileSync(file)).update("\0")
  }
  return hash.digest("hex")
}

function filesIn(root: string): string[] {
  if (path.extname(root) !== "") return [root]
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/\.test\.tsx?$|^lib\/(tooling|cli|db\/generated)\//.test(file))
}
