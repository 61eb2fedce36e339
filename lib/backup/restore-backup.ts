import { once } from "node:events"
import { finished } from "node:stream/promises"
import type { Pool, PoolClient } from "pg"
import { from } from "pg-copy-streams"
import { enqueue } from "@/lib/jobs/enqueue"
import { readFirstLine } from "./first-line"
import { brokenOff, linesOf } from "./lines-of"
import { countAccounts, isCopy, selectMigrations } from "./store"

/**
 * Puts a backup into a migrated database that holds nothing yet, all of it or nothing. Throws when the database is not empty, or has
 * other migrations than the one that was backed up.
 */
export async function restoreBackup(
  pool: Pool,
  input: AsyncIterable<Buffer>,
): Promise<{ tables: number; at: string }> {
  const client = await pool.connect()
  try {
    await client.query("begin")
    const lines = linesOf(input)
    const { migrations, at } = readFirstLine(String((await lines.next()).value ?? ""))
    await refuseOther(client, migrations)
    const tables = await copyTables(client, lines)
    await enqueue(client, "send-emails", {})
    await enqueue(client, "deliver-webhooks", {})
    await client.query("commit")
    client.release()
    return { tables, at }
  } catch (error) {
    client.release(true) // in the middle of a copy nothing else can be said; the server undoes what was begun
    throw error
  }
}

async function refuseOther(client: PoolClient, wanted: string[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(selectMigrations)
  const known = rows.map(({ name }) => name)
  const differing = [...wanted, ...known].filter((name) => !wanted.includes(name) || !known.includes(name))
  if (differing.length > 0)
    throw new Error(
      `The backup was made by another version of Rollcall (${differing.join(", ")}). Restore it with the version that made it, then upgrade.`,
    )
  const { rows: counted } = await client.query<{ accounts: number }>(countAccounts)
  if ((counted[0]?.accounts ?? 0) > 0)
    throw new Error("This database holds accounts already. Restore into an empty one.")
}

async function copyTables(client: PoolClient, lines: AsyncGenerator<Buffer>): Promise<number> {
  let tables = 0
  for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
    const line = String(next.value)
    if (line === "commit;") return tables
    if (line === "begin;") continue
    if (!isCopy(line)) throw new Error(`The backup cannot be read at: ${line.slice(0, 100)}`)
    await copyRows(client, line, lines)
    tables += 1
  }
  throw new Error(brokenOff)
}

/** Rows of a table, up to the line that ends them: a backslash and a dot. */
async function copyRows(client: PoolClient, statement: string, lines: AsyncGenerator<Buffer>): Promise<void> {
  const into = client.query(from(statement))
  const done = finished(into)
  done.catch(() => {}) // it may fail before anybody waits for it; who does is told then
  try {
    for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
      if (next.value.equals(endOfRows)) {
        into.end()
        return await done
      }
      if (!into.write(Buffer.concat([next.value, newline]))) await Promise.race([once(into, "drain"), done])
    }
    throw new Error(brokenOff)
  } catch (error) {
    into.destroy()
    throw error
  }
}

const endOfRows = Buffer.from("\\.")
const newline = Buffer.from("\n")
