/**
 * The tables that a backup holds, with their columns: all that outlive a crash. What tells transactions apart in one
 * database means nothing in another, so those columns are left to their defaults.
 */
export const selectTables = `
  select c.relname as name,
    array(
      select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype
      order by a.attnum) as columns,
    array(
      select distinct k.confrelid::regclass::text from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
    and c.relname <> '_prisma_migrations'
  order by c.relname`

/** The migrations of this database, by which a backup says what it fits. */
export const selectMigrations = `
  select migration_name as name from _prisma_migrations
  where finished_at is not null and rolled_back_at is null order by migration_name`

export const countAccounts = "select count(*)::int as accounts from accounts"

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** What stands before a table's rows, in a script for psql as well as in one for us. */
export const copyFrom = (table: string, columns: string[]): string =>
  `copy public.${quoted(table)} (${columns.map(quoted).join(", ")}) from stdin;`

export const copyTo = (table: string, columns: string[]): string =>
  `copy public.${quoted(table)} (${columns.map(quoted).join(", ")}) to stdout`

/** Whether a line of a backup begins a table's rows. */
export const isCopy = (line: string): boolean =>
  /^copy public\."[^"]+" \(("[^"]+"(, )?)+\) from stdin;$/.test(line)

export const beginSnapshot = "begin isolation level repeatable read, read only"
