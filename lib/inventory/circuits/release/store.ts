import type { PoolClient } from "pg"

/** What an integration that is removed leaves: its circuits are retired, and purged with all that hangs on them in time. */
export async function retireCircuits(client: PoolClient, integrationId: string): Promise<void> {
  await client.query(
    "update circuits set retired_at = now() where integration_id = $1 and retired_at is null",
    [integrationId],
  )
}
