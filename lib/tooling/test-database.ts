import { randomBytes } from "node:crypto"
import { Client } from "pg"
import { afterAll, beforeAll, inject } from "vitest"
import { database } from "@/lib/db/client"

/**
 * Gives the test file a database of its own, cloned from the migrated template, and points the process at it.
 * Call at the top of the file; `pool()` and `prisma()` then work in every test. Returns a getter of its URL.
 */
export function testDatabase(): () => string {
  const name = `test_${randomBytes(6).toString("hex")}`
  const url = new URL(inject("templateUrl"))
  url.pathname = `/${name}`
  process.env.DATABASE_URL = url.href
  process.env.ROLLCALL_ENCRYPTION_KEYS ??= `test:${randomBytes(32).toString("base64")}`
  process.env.NEXTAUTH_SECRET ??= randomBytes(24).toString("base64")
  beforeAll(() => asAdmin(`create database ${name} template rollcall`))
  afterAll(async () => {
    await database().pool.end()
    await asAdmin(`drop database ${name} with (force)`)
  })
  return () => url.href
}

/** Two files may clone at once, but nobody may be connected to the template meanwhile, so this goes through `postgres`. */
async function asAdmin(sql: string): Promise<void> {
  const url = new URL(inject("templateUrl"))
  url.pathname = "/postgres"
  const client = new Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock(1)") // cloning locks the template
    await client.query(sql)
  } finally {
    await client.end()
  }
}
