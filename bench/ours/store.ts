import type { Pool } from "pg"

/** An account with one integration, as the app would make them. */
export async function findOrCreateIntegration(
  pool: Pool,
): Promise<{ accountId: string; integrationId: string }> {
  const found = await pool.query<{ accountId: string; integrationId: string }>(
    `select account_id as "accountId", id as "integrationId" from integrations where name = 'Bench'`,
  )
  if (found.rows[0] !== undefined) return found.rows[0]
  const made = await pool.query<{ accountId: string; integrationId: string }>(
    `with account as (insert into accounts (name, device_source) values ('Bench', 'addigy') returning id)
     insert into integrations (account_id, provider, name, removal_policy)
     select id, 'addigy', 'Bench', '{"records": 10, "percent": 5}' from account
     returning account_id as "accountId", id as "integrationId"`,
  )
  if (made.rows[0] === undefined) throw new Error("The bench could not make its integration.")
  return made.rows[0]
}

export async function insertRun(
  pool: Pool,
  at: { accountId: string; integrationId: string },
): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    "insert into sync_logs (account_id, integration_id, trigger) values ($1, $2, 'manual') returning id",
    [at.accountId, at.integrationId],
  )
  if (rows[0] === undefined) throw new Error("The bench could not make its run.")
  return rows[0].id
}

export async function findOpenHold(pool: Pool, integrationId: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    "select id from removal_holds where integration_id = $1 and status = 'open'",
    [integrationId],
  )
  if (rows[0] === undefined) throw new Error("The run held nothing.")
  return rows[0].id
}
