/**
 * Runs `prisma generate` after an install. Prisma would first download a schema engine that generating does not use;
 * naming any executable as that engine keeps it from trying.
 */
import { spawnSync } from "node:child_process"
import { createRequire } from "node:module"
import path from "node:path"

const manifest = createRequire(import.meta.url).resolve("prisma/package.json")
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [path.join(path.dirname(manifest), "build", "index.js"), "generate", "--no-hints"],
  {
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" },
    encoding: "utf8",
  },
)
if (status !== 0) {
  console.error(`prisma generate failed; the database client is missing.\n${stdout}${stderr}`)
  process.exit(1)
}
