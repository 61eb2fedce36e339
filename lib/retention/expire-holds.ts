import { pool } from "@/lib/db/client"
import { inInventory } from "@/lib/inventory/devices/in-inventory"
import { notifyAdmins } from "@/lib/notifications/notify-admins"
import type { Floors } from "./floors"
import { expireHold, selectOldHolds } from "./store"

type OldHold = {
  id: string
  accountId: string
  createdAt: Date
  integrationId: string
  integrationName: string
  syncLogId: string
  stream: string
  records: number
}

/**
 * Ends holds that nobody decided on for too long, and says so; nothing is removed (N-HOLD). Their records keep the id of the
 * hold, so that the next complete read that misses them asks again, however few they are by then; a list waits no longer, and
 * the next run that fetches it holds it anew. Returns how many.
 */
export async function expireHolds(floors: Floors): Promise<number> {
  const { rows } = await pool().query<OldHold>(selectOldHolds, [floors.latest])
  const old = rows.filter(({ accountId, createdAt }) => {
    const floor = floors.own.find((own) => own.accountId === accountId)?.floor ?? floors.usual
    return createdAt < floor
  })
  let expired = 0
  for (const hold of old) if (await expire(hold)) expired += 1
  return expired
}

function expire(hold: OldHold): Promise<boolean> {
  const { id, accountId, integrationId, syncLogId } = hold
  return inInventory(accountId, async (client) => {
    if ((await client.query(expireHold, [id])).rowCount === 0) return false
    await notifyAdmins(client, {
      accountId,
      kind: "hold_expired",
      ...wordsOf(hold),
      href: `/syncs/${syncLogId}`,
      integrationId,
      syncLogId: null,
      isKnown: false,
      wasFailing: null,
    })
    return true
  })
}

function wordsOf({ stream, records, integrationName, createdAt }: OldHold): { title: string; body: string } {
  const since = createdAt.toISOString().slice(0, 10)
  if (stream === "list")
    return {
      title: `A list of ${integrationName} held since ${since} was let go`,
      body: "Nobody approved or dismissed it, so what is published stays. The next run that fetches such a list asks again.",
    }
  const [what, were] = records === 1 ? ["1 removal", "was"] : [`${records} removals`, "were"]
  return {
    title: `${what} of ${integrationName} held since ${since} ${were} let go`,
    body: "Nobody approved or dismissed them, so nothing was removed. If they are still gone, the next complete read asks again.",
  }
}
