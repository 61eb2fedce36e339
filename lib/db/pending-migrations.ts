import { existsSync, readdirSync } from "node:fs"
import path from "node:path"
import type { Pool } from "pg"

const finished = `
  select migration_name as name from _prisma_migrations
  where finished_at is not null and rolled_back_at is null`

/** Names of the migrations that a database still lacks, all of them when it has never been migrated. */
export async function pendingMigrations(
  pool: Pool,
  folder = path.resolve("prisma/migrations"),
): Promise<string[]> {
  const names = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, "migration.sql")))
  const { rows } = await pool.query<{ name: string }>(finished).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "42P01") return { rows: [] } // no such table
    throw error
  })
  const applied = new Set(rows.map(({ name }) => name))
  return names.filter((name) => !applied.has(name)).sort()
}
