import type { PoolClient } from "pg"
import { idIn, keepDraft, type ListDraft } from "./list-draft"
import type { ListWork } from "./list-work"
import { insertHold, letGo, resolveHolds, selectDismissal, selectHoldOfSame, updateHold } from "./store"

/**
 * Keeps a list that is not to be published before an admin has looked at it. A hold is about one list over what lies there: the
 * same once more goes on waiting in it, another gets a hold of its own and settles the one before, so that nobody approves what
 * he has not seen. What an admin has dismissed is not asked about again. Gives the sentence for the receipt.
 */
export async function holdList(
  client: PoolClient,
  { work, draft, reason }: { work: ListWork; draft: ListDraft; reason: string },
): Promise<string> {
  const { accountId, integrationId, syncLogId } = work
  const { sha256, base } = draft
  const values = [integrationId, sha256, base.id, base.etag]
  const { rows: dismissals } = await client.query<{ by: string; at: Date }>(selectDismissal, values)
  const [dismissal] = dismissals
  if (dismissal !== undefined) {
    const when = dismissal.at.toISOString().slice(0, 16).replace("T", " ")
    return `Not published: ${reason} This very list was dismissed by ${dismissal.by} at ${when} UTC.`
  }
  const known = Math.max(base.items?.length ?? 0, base.lastItems ?? 0)
  const amounts = [reason, draft.difference.gone.length, known]
  const { rows: same } = await client.query<{ id: string }>(selectHoldOfSame, values)
  if (same[0] === undefined) await client.query(resolveHolds, [integrationId])
  else await client.query(updateHold, [same[0].id, ...amounts])
  const insert = [accountId, integrationId, syncLogId, ...amounts]
  const holdId = same[0]?.id ?? idIn((await client.query<{ id: string }>(insertHold, insert)).rows)
  await client.query(letGo, [integrationId])
  await keepDraft(client, work, draft, { status: "held", holdId })
  return `Held for an admin, S3 stays as it is: ${reason}`
}

/** A list was published, or found to be as it was: whatever waited before is settled. */
export async function settleHolds(client: PoolClient, integrationId: string): Promise<void> {
  await client.query(resolveHolds, [integrationId])
  await client.query(letGo, [integrationId])
}
