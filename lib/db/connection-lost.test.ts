import { Client } from "pg"
import { expect, test } from "vitest"
import { testDatabase } from "@/lib/tooling/test-database"
import { pool } from "./client"
import { isConnectionLost } from "./connection-lost"

const url = testDatabase()

const errorOf = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => null,
    (error: unknown) => error,
  )

test("S4-WORKER a database that is away is told from a statement that is wrong", async () => {
  const nobody = new Client({ connectionString: "postgresql://nobody@127.0.0.1:1/nowhere" })
  expect(isConnectionLost(await errorOf(nobody.connect()))).toBe(true)
  expect(isConnectionLost(await errorOf(pool().query("select from nowhere")))).toBe(false)
  expect(isConnectionLost(new Error("Something else."))).toBe(false)
})

test("S4-WORKER a connection that Postgres ended, and what is asked on it after, count as lost", async () => {
  const client = new Client({ connectionString: url() })
  client.on("error", () => {})
  await client.connect()
  const { rows } = await client.query("select pg_backend_pid() as pid")
  const waiting = errorOf(client.query("select pg_sleep(20)"))
  await pool().query("select pg_terminate_backend($1)", [rows[0].pid])
  expect(isConnectionLost(await waiting)).toBe(true)
  expect(isConnectionLost(await errorOf(client.query("select 1")))).toBe(true)
})
