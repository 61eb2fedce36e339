import type { PoolClient } from "pg"
import { authorize } from "@/lib/auth/authorize"
import type { Actor } from "@/lib/domain/account"
import { nounOf } from "@/lib/domain/noun-of"
import { RequestError } from "@/lib/domain/problem"
import type { StreamId } from "@/lib/domain/provider-id"
import type { HoldDecision, HoldOutcome } from "@/lib/domain/removal-hold"
import { inInventory } from "@/lib/inventory/devices/in-inventory"
import { deviceRecords } from "@/lib/inventory/devices/merge/merge-devices"
import type { RowTable } from "@/lib/inventory/merge-rows/scope"
import { rowNouns } from "@/lib/inventory/row-nouns"
import { approveList, dismissList, refuseParts } from "@/lib/master-data/approve-list"
import { retireHeldDevices, retireHeldRows } from "./retire-held"
import { dismissAll, dismissSome, lockHold, recordApproval, settleHold } from "./store"

type Hold = { id: string; integrationId: string; stream: StreamId; status: HoldOutcome["status"] }

/**
 * Makes the held removals, all or the listed ones; admins only. What came back since is left alone. Throws 403, 404, and 409
 * when the hold is decided already.
 */
export function approveHold(
  actor: Actor,
  holdId: string,
  { externalIds }: HoldDecision,
): Promise<HoldOutcome> {
  return decide(actor, holdId, async (client, hold) => {
    const noun = nounOf[hold.stream]
    if (noun === "list-item") return approveList(client, actor, { hold, externalIds })
    const { accountId, userId: actorId } = actor
    const approval = { client, accountId, actorId, hold, externalIds }
    const retired =
      noun === "device"
        ? await retireHeldDevices(approval, deviceRecords)
        : await retireHeldRows(approval, rowNouns[noun])
    const outcome = await settled(client, { hold, status: "approved", actor, decided: retired })
    if (outcome.status === "open") await client.query(recordApproval, [hold.id, outcome.decided, actorId])
    return outcome
  })
}

/** Lets the held records be, all or the listed ones, until they are seen again; admins only. Throws like `approveHold`. */
export function dismissHold(
  actor: Actor,
  holdId: string,
  { externalIds }: HoldDecision,
): Promise<HoldOutcome> {
  return decide(actor, holdId, async (client, hold) => {
    if (hold.stream === "list") refuseParts(externalIds)
    if (externalIds === undefined) {
      const { rows } = await client.query<{ records: number }>(dismissAll, [hold.id, actor.userId])
      if (hold.stream === "list") await dismissList(client, hold.id)
      return { status: "dismissed", decided: rows[0]?.records ?? 0, waiting: 0 }
    }
    const { rowCount } = await client.query(dismissSome(tableOf(hold)), [hold.id, externalIds, actor.userId])
    return settled(client, { hold, status: "dismissed", actor, decided: rowCount ?? 0 })
  })
}

type Act = (client: PoolClient, hold: Hold) => Promise<HoldOutcome>

function decide(actor: Actor, holdId: string, act: Act): Promise<HoldOutcome> {
  authorize(actor, "ADMIN")
  return inInventory(actor.accountId, async (client) => {
    const { rows } = await client.query<Hold>(lockHold, [actor.accountId, holdId])
    const hold = rows[0]
    if (hold === undefined) throw new RequestError(404, "There is no hold with this id in your account.")
    if (hold.status === "open") return act(client, hold)
    throw new RequestError(409, `This hold is ${hold.status} already. ${whereNow(hold)}`)
  })
}

const whereNow = ({ stream }: Hold): string =>
  stream === "list"
    ? "Another list may have taken its place since you looked: see the holds that wait, and what is published."
    : "Look at the device's history for what was done."

type Settled = { hold: Hold; status: "approved" | "dismissed"; actor: Actor; decided: number }

async function settled(client: PoolClient, { hold, status, actor, decided }: Settled): Promise<HoldOutcome> {
  const values = [hold.id, status, actor.userId]
  const { rows } = await client.query<Omit<HoldOutcome, "decided">>(settleHold(tableOf(hold)), values)
  if (rows[0] === undefined) throw new Error("The hold was gone while it was being decided.")
  return { ...rows[0], decided }
}

function tableOf({ stream }: Hold): RowTable {
  const noun = nounOf[stream]
  if (noun === "list-item") throw new Error("The entries of a list have no rows of their own.")
  return noun === "device" ? deviceRecords : { table: rowNouns[noun].table, subject: "id" }
}
