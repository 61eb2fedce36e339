import { createHash, randomUUID } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { Client } from "pg"

type Migration = { name: string; sql: string; checksum: string }
type Applied = {
  migration_name: string
  checksum: string
  finished_at: Date | null
  rolled_back_at: Date | null
}

/** The lock that `prisma migrate deploy` takes, so that the two never run at once. */
const prismaLock = 72707369

/**
 * Applies each new `prisma/migrations/*\/migration.sql` in its own transaction and records it in `_prisma_migrations` as
 * `prisma migrate deploy` does. Returns the names applied. Throws, with that migration undone, when one fails, and
 * before anything is done when an applied one was edited or is half done.
 */
export async function migrate(
  databaseUrl: string,
  folder = path.resolve("prisma/migrations"),
): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock($1)", [prismaLock])
    await client.query(migrationsTable)
    const { rows } = await client.query<Applied>(
      "select migration_name, checksum, finished_at, rolled_back_at from _prisma_migrations",
    )
    const pending = choosePending(readMigrations(folder), rows)
    for (const migration of pending) await apply(client, migration)
    return pending.map(({ name }) => name)
  } finally {
    await client.end() // which also gives the lock back
  }
}

function readMigrations(folder: string): Migration[] {
  const names = existsSync(folder) ? readdirSync(folder).sort() : []
  return names
    .filter((name) => existsSync(path.join(folder, name, "migration.sql")))
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8")
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") }
    })
}

function choosePending(migrations: Migration[], applied: Applied[]): Migration[] {
  const standing = applied.filter((row) => row.rolled_back_at === null)
  const halfDone = standing.find((row) => row.finished_at === null)
  if (halfDone !== undefined) {
    throw new Error(
      `Migration ${halfDone.migration_name} was begun by another tool and did not finish. Mend it with "prisma migrate resolve".`,
    )
  }
  return migrations.filter((migration) => {
    const before = standing.find((row) => row.migration_name === migration.name)
    if (before !== undefined && before.checksum !== migration.checksum) {
      throw new Error(
        `Migration ${migration.name} was changed after it was applied. Restore the file, and write a new migration instead.`,
      )
    }
    return before === undefined
  })
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  const startedAt = new Date()
  await client.query("begin")
  try {
    await client.query(sql)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name, startedAt],
    )
    await client.query("commit")
  } catch (cause) {
    await client.query("rollback")
    throw new Error(
      `Migration ${name} failed and was undone: ${cause instanceof Error ? cause.message : cause}`,
      { cause },
    )
  }
}

const migrationsTable = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`
