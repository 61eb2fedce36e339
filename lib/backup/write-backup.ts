import { once } from "node:events"
import type { Writable } from "node:stream"
import type { Pool } from "pg"
import { to } from "pg-copy-streams"
import { firstLine } from "./first-line"
import { orderTables, type Table } from "./order-tables"
import { beginSnapshot, copyFrom, copyTo, selectMigrations, selectTables } from "./store"

/**
 * Writes everything that is kept, as it stands at one moment, while work goes on: a script that `rollcall restore` reads, and
 * psql too. The stage of running syncs and the queue are left out; runs and messages that wait are taken up again without them.
 */
export async function writeBackup(pool: Pool, output: Writable): Promise<{ tables: number; rows: number }> {
  const client = await pool.connect()
  try {
    await client.query(beginSnapshot)
    const migrations = (await client.query<{ name: string }>(selectMigrations)).rows.map(({ name }) => name)
    const tables = orderTables((await client.query<Table>(selectTables)).rows)
    output.write(`${firstLine({ migrations, at: new Date().toISOString() })}\nbegin;\n`)
    let rows = 0
    for (const { name, columns } of tables) {
      output.write(`${copyFrom(name, columns)}\n`)
      const reading = client.query(to(copyTo(name, columns)))
      for await (const chunk of reading) if (!output.write(chunk)) await once(output, "drain")
      rows += reading.rowCount ?? 0
      output.write("\\.\n")
    }
    output.write("commit;\n")
    await client.query("commit")
    return { tables: tables.length, rows }
  } finally {
    client.release(true)
  }
}
