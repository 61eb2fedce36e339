import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { hashSources } from "./hash-sources"
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
  return buildIsThere() && readFileSync(stamp, "utf8") === hashWeb()
}

/** Builds the web server and puts the files beside it that browsers load. Throws with Next's last lines when it fails. */
export async function buildWeb(processes: Processes, output: "shown" | { folder: string }): Promise<void> {
  const sources = hashWeb()
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
function hashWeb(): string {
  const configs = readdirSync(".").filter((name) =>
    /^(next\.config|postcss|tsconfig|proxy|instrumentation)\b.*\.(json|m?[jt]s)$/.test(name),
  )
  const roots = ["app", "components", "lib", "public"]
  return hashSources([...roots, "prisma/schema.prisma", "package.json", "package-lock.json", ...configs])
}
