import type { Actor } from "@/lib/domain/account"
import type { Channel } from "@/lib/domain/channel"
import { RequestError } from "@/lib/domain/problem"
import { findCircuit } from "@/lib/inventory/circuits/get-circuit"

/**
 * Who may listen to what (S2-CHANNELS): the dashboard every member, a circuit who may view it, the state of syncs admins.
 * Throws 403, which does not tell whether a circuit exists in another account.
 */
export async function authorizeChannel(actor: Actor, channel: Channel): Promise<void> {
  switch (channel.kind) {
    case "dashboard":
      return
    case "sync-status":
      if (actor.role !== "ADMIN") throw new RequestError(403, "Only admins may listen to sync-status.")
      return
    case "circuit":
      await findCircuit(actor, channel.id).catch((error: unknown) => {
        if (!(error instanceof RequestError)) throw error
        throw new RequestError(403, "You may not view this circuit, so you may not listen to it.")
      })
  }
}
