import { Client } from "pg"

type Written = { rowsWritten: number; wal: number }

/** Counts what is written to these tables, and to the write-ahead log, from now on. A session reports when it ends. */
export async function openWrites(databaseUrl: string, tables: string[]) {
  const before = await read(databaseUrl, tables)
  return {
    sinceThen: async (): Promise<Written> => {
      const after = await read(databaseUrl, tables)
      return { rowsWritten: after.rowsWritten - before.rowsWritten, wal: after.wal - before.wal }
    },
  }
}

async function read(databaseUrl: string, tables: string[]): Promise<Written> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<Written>(
    `select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::float8 as "rowsWritten",
            (pg_current_wal_insert_lsn() - '0/0')::float8 as wal
       from pg_stat_user_tables where relname = any($1)`,
    [tables],
  )
  await client.end()
  return rows[0] ?? { rowsWritten: 0, wal: 0 }
}
