import { cpSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { expect, test } from "vitest"
import { pool } from "@/lib/db/client"
import { diffToSchema } from "@/lib/tooling/schema-engine"
import { testDatabase } from "@/lib/tooling/test-database"
import { migrate } from "./migrate"

const url = testDatabase()

test("a migrated database is what schema.prisma says", async () => {
  expect(await diffToSchema(url())).toBe("")
})

test("a second deploy applies nothing", async () => {
  expect(await migrate(url())).toEqual([])
})

test("a migration that fails is undone, and the ones before it stay", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "migrations-"))
  cpSync("prisma/migrations", folder, { recursive: true })
  cpSync(path.join(folder, "20261122000100_first"), path.join(folder, "29990101000000_bad"), {
    recursive: true,
  })
  writeFileSync(
    path.join(folder, "29990101000000_bad/migration.sql"),
    "create table half (id int); select 1/0;",
  )
  await expect(migrate(url(), folder)).rejects.toThrow(
    "29990101000000_bad failed and was undone: division by zero",
  )
  const { rows } = await pool().query("select to_regclass('half') as half")
  expect(rows).toEqual([{ half: null }])
})

test("a migration edited after it was applied is refused", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "migrations-"))
  cpSync("prisma/migrations", folder, { recursive: true })
  writeFileSync(path.join(folder, "20261122000100_first/migration.sql"), "select 1")
  await expect(migrate(url(), folder)).rejects.toThrow("was changed after it was applied")
})

test("S4-SCHEMA two live runs of one integration are refused by the database itself", async () => {
  const { rows } = await pool().query(
    `with account as (insert into accounts (name) values ('a') returning id)
     insert into integrations (account_id, provider, name) select id, 'addigy', 'x' from account returning id, account_id`,
  )
  const start = () =>
    pool().query("insert into sync_logs (account_id, integration_id, trigger) values ($1, $2, 'manual')", [
      rows[0].account_id,
      rows[0].id,
    ])
  await start()
  await expect(start()).rejects.toThrow("sync_logs_one_live_run")
})
