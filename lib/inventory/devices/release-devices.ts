import type { PoolClient } from "pg"
import { tellGatewaysOf } from "@/lib/inventory/gateways/store"
import { forgetRecords } from "./release-store"

/**
 * Forgets what an integration said of devices. A live device that no other live record describes keeps its values as if they
 * had been set by hand, over those that were; the others keep theirs until one of their records changes.
 */
export async function releaseDevices(client: PoolClient, integrationId: string): Promise<void> {
  await client.query(forgetRecords, [integrationId])
  await client.query(tellGatewaysOf, [integrationId])
}
