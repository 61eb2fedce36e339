import type { PoolClient } from "pg"
import { forgetOthers, keepReleased } from "./store"

/** Models of an integration that is removed stay, as the account's own. */
export async function releaseModels(client: PoolClient, integrationId: string): Promise<void> {
  await client.query(keepReleased, [integrationId])
  await client.query(forgetOthers, [integrationId])
}
