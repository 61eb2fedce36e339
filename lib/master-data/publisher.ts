import type { PoolClient } from "pg"
import { confirmList, deliverList } from "./deliver-list"
import { holdList } from "./hold-list"
import { whyHeld } from "./judge-list"
import { keepDraft, type ListDraft, openDraft } from "./list-draft"
import { publishedWords, unchangedWords } from "./list-words"
import type { Kept, ListOutcome, ListRead, ListWork, Witness } from "./list-work"
import { planList } from "./plan-list"
import { publishKept } from "./publish-kept"

/**
 * Publishes lists (S1). Within the transaction it is given: what is staged is compared with what lies at the shelf; unchanged
 * is only confirmed; empty or sharply smaller is held; everything else replaces the object, on the condition that it is still
 * the one it was compared with, and is recorded with what the store says of it.
 */
export function openPublisher(witness: Witness) {
  return {
    publish: (client: PoolClient, work: ListWork, read: ListRead) => publish(client, witness, { work, read }),
    publishKept: (client: PoolClient, work: ListWork, kept: Kept) =>
      publishKept(client, witness, { work, kept }),
  }
}

async function publish(
  client: PoolClient,
  witness: Witness,
  { work, read }: { work: ListWork; read: ListRead },
) {
  const draft = await openDraft(client, work, read)
  const { items, base, text, sha256 } = draft
  const { added, gone, same } = amountsOf(draft)
  const tally = { added, gone, same, held: 0, warnings: base.oddity === null ? [] : [base.oddity] }
  const tell = (kind: ListOutcome["kind"], etag: string | null, reason: string | null = null) =>
    witness.outcome({ kind, etag, reason, ...told(work, draft) })
  const { there } = base
  const isSame = there !== null && base.items !== null && added + gone === 0
  if (isSame && base.id !== null) {
    if (work.mode === "sync") await confirmList(client, work, base.id)
    tell("unchanged", there.etag)
    return { ...tally, sentence: unchangedWords(items.length) }
  }
  const reason = whyHeld({
    items: items.length,
    rejected: read.rejected,
    there: base.items?.length ?? null,
    last: base.lastItems,
    smallestShare: draft.smallestShare,
  })
  if (work.mode !== "sync") {
    const sentence = await planList(client, { work, draft, reason })
    tell("planned", there?.etag ?? null, reason)
    return { ...tally, sentence }
  }
  if (reason !== null) {
    const sentence = await holdList(client, { work, draft, reason })
    tell("held", there?.etag ?? null, reason)
    return { ...tally, added: 0, gone: 0, same: base.items?.length ?? 0, held: Math.max(1, gone), sentence }
  }
  const id = await keepDraft(client, work, draft, { status: "planned" })
  const { etag } = await deliverList(client, witness, { work, id, text, sha256, base })
  // Put by somebody else, or by a run that died before it could say so
  if (base.sha256 === sha256) {
    tell("unchanged", etag)
    return { ...tally, sentence: unchangedWords(items.length) }
  }
  tell("published", etag)
  return { ...tally, sentence: publishedWords({ items: items.length, added, gone, same }) }
}

const amountsOf = ({ difference: { added, gone, same } }: ListDraft) => ({
  added: added.length,
  gone: gone.length,
  same,
})

const told = ({ shelf }: ListWork, { definition, read, items }: ListDraft) => ({
  list: definition.id,
  receivedCount: read.received,
  itemCount: items.length,
  place: shelf?.place ?? null,
})
