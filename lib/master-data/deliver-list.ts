import type { PoolClient } from "pg"
import type { Shelved } from "@/lib/domain/shelf"
import { settleHolds } from "./hold-list"
import { keepDraft, type ListDraft } from "./list-draft"
import { type ListWork, shelfOf, type Witness } from "./list-work"
import { listsChannel } from "./lists-channel"
import { confirm, dropOldContents, markPublished, notify } from "./store"

/** Versions that keep their content, so that they can be shown, compared and published again. */
const keptVersions = 30

type Delivery = {
  work: ListWork
  /** The list that was kept. */
  id: string
  text: string
  sha256: string
  /** What lies there now. */
  there: Shelved | null
}

/** Replaces what lies at the shelf and records the proof of it; what is there already to the letter is not put again. */
export async function deliverList(
  client: PoolClient,
  witness: Witness,
  { work, id, text, sha256, there }: Delivery,
): Promise<Shelved> {
  const shelf = shelfOf(work)
  witness.writing(shelf.place, Buffer.byteLength(text))
  const isThere = there !== null && there.sha256 === sha256
  const shelved = isThere ? there : await shelf.put(text, { sha256, replaces: there?.etag ?? null })
  await record(client, witness, { work, id, shelved })
  return shelved
}

/** Nothing is to be put: what lies there says the same. If it is not of ours, or of a run that died, it becomes our version. */
export async function confirmList(
  client: PoolClient,
  witness: Witness,
  { work, draft, there }: { work: ListWork; draft: ListDraft; there: Shelved },
): Promise<void> {
  if (draft.base.id === null) {
    const id = await keepDraft(client, work, draft, { status: "planned" })
    await record(client, witness, { work, id, shelved: there })
    return
  }
  await settleHolds(client, work.integrationId)
  await client.query(confirm, [draft.base.id])
}

type Recording = { work: ListWork; id: string; shelved: Shelved }

async function record(client: PoolClient, witness: Witness, { work, id, shelved }: Recording): Promise<void> {
  const { endpoint, bucket, key } = shelfOf(work).place
  await settleHolds(client, work.integrationId)
  await client.query(markPublished, [
    id,
    work.syncLogId,
    endpoint,
    bucket,
    key,
    shelved.etag,
    shelved.versionId,
  ])
  await client.query(dropOldContents, [work.integrationId, keptVersions])
  witness.refreshing()
  await client.query(notify, [listsChannel, JSON.stringify({ integrationId: work.integrationId })])
}
