import { rmSync } from "node:fs"
import path from "node:path"
import { runMigrations } from "graphile-worker"
import type { TestProject } from "vitest/node"
import { startCluster } from "@/lib/db/embedded/cluster"
import { migrate } from "@/lib/db/migrate"
import { scriptOf } from "@/lib/tooling/bundle"

/**
 * Vitest's global setup: a throwaway Postgres whose database `rollcall` is migrated and serves as template, and what node is given
 * to run Rollcall's programs.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = path.resolve(".rollcall", `test-${process.pid}`)
  const flags = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"]
  const cluster = await startCluster({ home, flags })
  await migrate(cluster.url)
  await runMigrations({ connectionString: cluster.url })
  project.provide("templateUrl", cluster.url)
  project.provide("scripts", { worker: scriptOf("worker"), rollcall: scriptOf("rollcall") })
  return async () => {
    await cluster.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

declare module "vitest" {
  export interface ProvidedContext {
    templateUrl: string
    scripts: { worker: string[]; rollcall: string[] }
  }
}
