import type { PoolClient } from "pg"
import { idIn, keepDraft, type ListDraft } from "./list-draft"
import type { ListWork } from "./list-work"
import { insertHold, letGo, resolveHolds, selectDismissal, selectOpenHold, updateHold } from "./store"

/**
 * Keeps a list that is not to be published before an admin has looked at it, in the hold that is open or in a new one. What an
 * admin has dismissed is not asked about again. Gives the sentence for the receipt.
 */
export async function holdList(
  client: PoolClient,
  { work, draft, reason }: { work: ListWork; draft: ListDraft; reason: string },
): Promise<string> {
  const { accountId, integrationId, syncLogId } = work
  const values = [integrationId, draft.sha256, draft.base.id]
  const { rows: dismissals } = await client.query<{ by: string; at: Date }>(selectDismissal, values)
  const [dismissal] = dismissals
  if (dismissal !== undefined) {
    const when = dismissal.at.toISOString().slice(0, 16).replace("T", " ")
    return `Not published: ${reason} This very list was dismissed by ${dismissal.by} at ${when} UTC.`
  }
  const amounts = [reason, draft.difference.gone.length, draft.base.items?.length ?? 0]
  const { rows: open } = await client.query<{ id: string }>(selectOpenHold, [integrationId])
  const holdId =
    open[0]?.id ??
    idIn(
      (await client.query<{ id: string }>(insertHold, [accountId, integrationId, syncLogId, ...amounts]))
        .rows,
    )
  if (open[0] !== undefined) await client.query(updateHold, [holdId, ...amounts])
  await client.query(letGo, [integrationId])
  await keepDraft(client, work, draft, { status: "held", holdId })
  return `Held for an admin, S3 stays as it is: ${reason}`
}

/** A list was published, or found to be as it was: whatever waited before is settled. */
export async function settleHolds(client: PoolClient, integrationId: string): Promise<void> {
  await client.query(resolveHolds, [integrationId])
  await client.query(letGo, [integrationId])
}
