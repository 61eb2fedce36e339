import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { brotliDecompressSync } from "node:zlib"
import { setVariables } from "./set-variables"

const source = path.resolve("node_modules/@sparticuz/chromium")

/**
 * The Chromium that comes with npm, as launch options for Playwright. It is unpacked once per version, with fonts and, where
 * the machine lacks them, the libraries that it needs. Throws in plain words where it cannot run.
 */
export function chromiumOptions() {
  if (process.platform !== "linux" || process.arch !== "x64") return installedChrome()
  const folder = unpacked()
  const executablePath = path.join(folder, "chromium")
  const env: Record<string, string> = { FONTCONFIG_FILE: path.join(folder, "fonts.conf") }
  if (missingLibraries(executablePath, env).length > 0) env.LD_LIBRARY_PATH = path.join(folder, "lib")
  const missing = missingLibraries(executablePath, env)
  if (missing.length > 0) {
    throw new Error(
      `Chromium cannot start here: the machine lacks ${missing.join(", ")}. On Debian and Ubuntu: apt-get install libnss3.`,
    )
  }
  return {
    executablePath,
    chromiumSandbox: false, // root and many containers may not use it, and only our own pages are loaded
    env: { ...setVariables(), ...env },
  }
}

/** No Chromium for this kind of machine comes with npm: the tests then take the Chrome that is installed. */
const installedChrome = () => ({ channel: "chrome" })

function unpacked(): string {
  const { version } = JSON.parse(readFileSync(path.join(source, "package.json"), "utf8"))
  const folder = path.resolve("node_modules/.cache", `chromium-${version}`)
  if (existsSync(folder)) return folder
  const part = `${folder}.${process.pid}`
  mkdirSync(part, { recursive: true })
  writeFileSync(path.join(part, "chromium"), unpack("chromium.br"), { mode: 0o755 })
  for (const archive of ["al2023.tar.br", "fonts.tar.br"]) {
    execFileSync("tar", ["-x", "-C", part, "--no-same-owner"], { input: unpack(archive) })
  }
  writeFileSync(path.join(part, "fonts.conf"), fontsConfig(folder))
  try {
    renameSync(part, folder)
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    if (!existsSync(folder)) throw error // else another process was first
  }
  return folder
}

const unpack = (file: string): Buffer => brotliDecompressSync(readFileSync(path.join(source, "bin", file)))

/** A machine without any font would end the browser. */
const fontsConfig = (folder: string): string => `<?xml version="1.0"?>
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`

function missingLibraries(executable: string, env: Record<string, string>): string[] {
  const libraries = execFileSync("ldd", [executable], { env: { ...process.env, ...env }, encoding: "utf8" })
  return [...libraries.matchAll(/^\s*(\S+) => not found/gm)].map(([, name = ""]) => name)
}
