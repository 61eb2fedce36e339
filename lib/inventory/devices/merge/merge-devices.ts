import type { PoolClient } from "pg"
import { findMoved, holdListed, keepRemovals, keepWrites, removeListed, restage } from "./kept-plan/store"
import {
  comparePlan,
  countActions,
  countPresence,
  describeConflicts,
  linkBySerial,
  markConflicts,
  openTables,
} from "./plan/store"
import {
  compareAttributes,
  dropReleased,
  insertDevices,
  insertRecords,
  recordCreations,
  updateRecords,
} from "./records/store"
import {
  clearReturned,
  confirmAbsent,
  findNewlyAbsent,
  holdAbsent,
  markMissing,
  retireAbsent,
  settleHolds,
} from "./removal/store"
import { resolveDevices, settleSerials, writeDevices } from "./resolve/store"
import { keepReversal } from "./revert/store"
import type { Merge } from "./scope"
import { insertMissingStates, insertStates, updateStates } from "./state/store"

type Scope = Omit<Merge, "client">
type Planned = Scope & { planned: number; returned: number; known: number; absentTwice: number }
type Removals =
  | { kind: "none" }
  | { kind: "mark" }
  | { kind: "retire" }
  | { kind: "hold"; reason: string }
  | { kind: "listed"; planId: string }

/** How devices are merged: the engine's target for streams of devices. Its verbs run in one transaction, `plan` first. */
export const mergeDevices = {
  findNewlyAbsent: (client: PoolClient, scope: Scope, limit: number) =>
    findNewlyAbsent({ client, ...scope }, limit),
  confirmAbsent: (client: PoolClient, scope: Scope, ids: string[]) =>
    confirmAbsent({ client, ...scope }, ids),
  plan,
  apply,
  keep,
  restage: (client: PoolClient, scope: Scope, planId: string) => restage({ client, ...scope }, planId),
  findMoved: (client: PoolClient, scope: Scope, planId: string) => findMoved({ client, ...scope }, planId),
  keepReversal: (client: PoolClient, scope: Scope, runId: string) =>
    keepReversal({ client, ...scope }, runId),
}

async function plan(client: PoolClient, scope: Scope) {
  const merge = { client, ...scope }
  await openTables(merge)
  await comparePlan(merge)
  await linkBySerial(merge)
  await markConflicts(merge)
  const actions = await countActions(merge)
  const of = (action: string) => actions.get(action) ?? 0
  const { staged, witnesses, known, absent, absentTwice, returned } = await countPresence(merge)
  const planned = [...actions.values()].reduce((sum, rows) => sum + rows, 0)
  return {
    staged,
    created: of("create"),
    updated: of("update") + of("link"),
    restored: of("restore") + of("rejoin"),
    conflicts: of("conflict"),
    unchanged: staged - witnesses - planned,
    known,
    absent,
    absentTwice,
    returned,
    planned,
  }
}

async function apply(client: PoolClient, scope: Planned, removals: Removals) {
  const merge = { client, ...scope }
  if (scope.planned > 0) {
    await compareAttributes(merge)
    await insertDevices(merge)
    await insertRecords(merge)
    await dropReleased(merge)
    await updateRecords(merge)
    await recordCreations(merge)
    await insertStates(merge)
  }
  if (scope.known > 0) {
    await updateStates(merge)
    await insertMissingStates(merge)
  }
  if (scope.returned > 0) await clearReturned(merge)
  const removal = await applyRemovals(merge, removals, scope.known)
  const warnings = await describeConflicts(merge)
  if (scope.planned > 0 || removal.removed > 0) {
    await resolveDevices(merge)
    warnings.push(...(await settleSerials(merge)))
    await writeDevices(merge)
  }
  return { ...removal, warnings }
}

async function applyRemovals(merge: Merge, removals: Removals, known: number) {
  let removed = 0
  let held = 0
  switch (removals.kind) {
    case "none":
      break
    case "mark":
      await markMissing(merge)
      break
    case "retire":
      removed = await retireAbsent(merge)
      await markMissing(merge)
      break
    case "hold":
      held = await holdAbsent(merge, removals.reason, known)
      await markMissing(merge)
      break
    case "listed":
      removed = await removeListed(merge, removals.planId)
      held = await holdListed(merge, removals.planId)
  }
  await settleHolds(merge)
  return { removed, held }
}

/** Keeps the plan instead of carrying it out, and says what it would do. */
async function keep(client: PoolClient, scope: Planned, removals: Removals) {
  const merge = { client, ...scope }
  await keepWrites(merge)
  const proven = removals.kind === "retire" ? "remove" : removals.kind === "hold" ? "hold" : null
  if (removals.kind !== "none") await keepRemovals(merge, proven)
  return {
    removed: proven === "remove" ? scope.absentTwice : 0,
    held: proven === "hold" ? scope.absentTwice : 0,
    warnings: await describeConflicts(merge),
  }
}
