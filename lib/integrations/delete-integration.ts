import { authorize } from "@/lib/auth/authorize"
import type { Actor } from "@/lib/domain/account"
import { inInventory } from "@/lib/inventory/devices/in-inventory"
import { releaseDevices } from "@/lib/inventory/devices/release-devices"
import { rowNouns } from "@/lib/inventory/row-nouns"
import { endLiveRun } from "@/lib/sync-logs/store"
import { findIntegration } from "./find-integration"
import { retire } from "./store"

/**
 * Disconnects a system; admins only. Its run in progress ends, its credentials are wiped, and what it said of devices goes;
 * devices that no other integration reports stay, from now on kept by hand. Its runs and the devices' history stay.
 * Throws 403 and 404.
 */
export async function deleteIntegration(actor: Actor, id: string): Promise<void> {
  authorize(actor, "ADMIN")
  const { accountId } = await findIntegration(actor, id)
  // Waits for a run that is writing, so that it leaves nothing behind
  await inInventory(accountId, async (client) => {
    // The run's row before the integration's, as where a run ends; and again, for one that was queued in between
    await client.query(endLiveRun, [id])
    await client.query(retire, [id])
    await client.query(endLiveRun, [id])
    await releaseDevices(client, id)
    for (const { release } of Object.values(rowNouns)) await release(client, id)
  })
}
