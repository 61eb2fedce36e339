import type { PoolClient } from "pg"
import type { Shelved } from "@/lib/domain/shelf"
import { settleHolds } from "./hold-list"
import { type ListWork, shelfOf, type Witness } from "./list-work"
import { listsChannel } from "./lists-channel"
import type { Base } from "./read-base"
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
  base: Base
}

/** Replaces what lies at the shelf and records the proof of it; what is there already to the byte is not put again. */
export async function deliverList(
  client: PoolClient,
  witness: Witness,
  { work, id, text, sha256, base }: Delivery,
): Promise<Shelved> {
  const { there } = base
  const isThere = there !== null && base.sha256 === sha256
  const shelved = isThere ? there : await put(witness, { work, text, sha256, replaces: there?.etag ?? null })
  await record(client, witness, { work, id, shelved })
  return shelved
}

type Putting = { work: ListWork; text: string; sha256: string; replaces: string | null }

async function put(witness: Witness, { work, text, sha256, replaces }: Putting): Promise<Shelved> {
  const shelf = shelfOf(work)
  witness.writing(shelf, Buffer.byteLength(text))
  const shelved = await shelf.put(text, { sha256, replaces })
  witness.written()
  return shelved
}

/** Nothing is to be put: our last version lies there and says the same. */
export async function confirmList(
  client: PoolClient,
  { integrationId }: ListWork,
  versionId: string,
): Promise<void> {
  await settleHolds(client, integrationId)
  await client.query(confirm, [versionId])
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
