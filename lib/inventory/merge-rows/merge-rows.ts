import type { PoolClient } from "pg"
import { keepRemovals, keepWrites } from "./keep/store"
import { findMoved, restage } from "./kept-plan/store"
import { comparePlan, openTables } from "./plan/store"
import { countActions, countPresence } from "./presence/store"
import { applyRemovals } from "./removal/apply-removals"
import { clearReturned, confirmAbsent, findNewlyAbsent } from "./removal/store"
import { keepReversal } from "./revert/store"
import type { NounMerge, RowMerge, RowNoun } from "./scope"
import { insertRows, recordRemovals, recordWrites, updateRows } from "./write/store"

type Scope = Omit<RowMerge, "client" | "rows">
type Planned = Scope & { planned: number; returned: number; known: number; absentTwice: number; held: number }
type Removals = Parameters<typeof applyRemovals>[1]

/**
 * How a noun is merged whose records are rows of one table: the engine's target for its streams. Its verbs run in one
 * transaction, `plan` first. Every statement is about the whole set, and an unchanged set is not written.
 */
export function mergeRows(of: RowNoun) {
  const rows = { table: of.table, subject: "id" } as const
  const within = (client: PoolClient, scope: Scope): NounMerge => ({ client, ...scope, rows, of })
  return {
    findNewlyAbsent: (client: PoolClient, scope: Scope, limit: number) =>
      findNewlyAbsent(within(client, scope), limit),
    confirmAbsent: (client: PoolClient, scope: Scope, ids: string[]) =>
      confirmAbsent(within(client, scope), ids),
    plan: (client: PoolClient, scope: Scope) => plan(within(client, scope)),
    apply: (client: PoolClient, scope: Planned, removals: Removals) =>
      apply(within(client, scope), scope, removals),
    keep: (client: PoolClient, scope: Planned, removals: Removals) =>
      keep(within(client, scope), scope, removals),
    restage: (client: PoolClient, scope: Scope, planId: string) => restage(within(client, scope), planId),
    findMoved: (client: PoolClient, scope: Scope, planId: string) => findMoved(within(client, scope), planId),
    keepReversal: (client: PoolClient, scope: Scope, runId: string) =>
      keepReversal(within(client, scope), runId),
  }
}

async function plan(merge: NounMerge) {
  await openTables(merge.client)
  await comparePlan(merge)
  await merge.of.adopt?.(merge)
  const actions = await countActions(merge)
  const counted = (action: string) => actions.get(action) ?? 0
  const { witnesses, ...presence } = await countPresence(merge)
  const planned = [...actions.values()].reduce((sum, rows) => sum + rows, 0)
  return {
    ...presence,
    created: counted("create"),
    updated: counted("update") + counted("link"),
    restored: counted("restore"),
    conflicts: 0,
    unchanged: presence.staged - witnesses - planned,
    planned,
  }
}

async function apply(merge: NounMerge, { planned, returned, known, held }: Planned, removals: Removals) {
  if (planned > 0) {
    await recordWrites(merge)
    await insertRows(merge)
    await updateRows(merge)
  }
  if (returned > 0) await clearReturned(merge)
  const removal = await applyRemovals(merge, removals, { known, held })
  if (removal.removed > 0) await recordRemovals(merge)
  return { ...removal, warnings: [] }
}

/** Keeps the plan instead of carrying it out, and says what it would do. */
async function keep(merge: NounMerge, { absentTwice, held }: Planned, removals: Removals) {
  await keepWrites(merge)
  const proven = removals.kind === "retire" ? "remove" : removals.kind === "hold" ? "hold" : null
  if (removals.kind !== "none") await keepRemovals(merge, proven)
  return {
    removed: proven === "remove" ? absentTwice - held : 0,
    held: proven === "hold" ? absentTwice : held,
    warnings: [],
  }
}
