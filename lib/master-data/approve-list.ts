import type { PoolClient } from "pg"
import type { Actor } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"
import type { HoldOutcome } from "@/lib/domain/removal-hold"
import { publishList } from "./publish-list"
import { approveHold, dismissHeld, selectHeld } from "./store"

type Approving = { hold: { id: string; integrationId: string }; externalIds: string[] | undefined }

/**
 * Approves the list that waits in a hold: a run that publishes this very list is queued with the decision. Throws 409 while
 * another run of the integration is in progress, 422 for a part of a list.
 */
export async function approveList(
  client: PoolClient,
  actor: Actor,
  { hold, externalIds }: Approving,
): Promise<HoldOutcome> {
  refuseParts(externalIds)
  const { rows: held } = await client.query<{ id: string }>(selectHeld, [hold.id])
  if (held[0] === undefined)
    throw new RequestError(
      409,
      "The list of this hold is kept no longer. Run a sync, and decide about what it brings.",
    )
  const { rows } = await client.query<{ records: number }>(approveHold, [hold.id, actor.userId])
  await publishList(client, actor, { integrationId: hold.integrationId, versionId: held[0].id })
  return { status: "approved", decided: rows[0]?.records ?? 0, waiting: 0 }
}

/** What waits in a hold that was dismissed waits no longer; the same list over the same is not asked about again. */
export async function dismissList(client: PoolClient, holdId: string): Promise<void> {
  await client.query(dismissHeld, [holdId])
}

/** A list is published as a whole or not at all. */
export function refuseParts(externalIds: string[] | undefined): void {
  if (externalIds === undefined) return
  const message = "A list is decided about as a whole. Leave externalIds out."
  throw new RequestError(422, message, { externalIds: [message] })
}
