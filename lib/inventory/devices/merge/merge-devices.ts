import type { PoolClient } from "pg"
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
  insertDevices,
  insertRecords,
  recordCreations,
  updateRecords,
} from "./records/store"
import { clearReturned, holdAbsent, markMissing, retireAbsent, settleHolds } from "./removal/store"
import { resolveDevices, settleSerials, writeDevices } from "./resolve/store"
import type { Merge } from "./scope"
import { insertStates, updateStates } from "./state/store"

type Scope = Omit<Merge, "client">
type Removals = { kind: "none" } | { kind: "mark" } | { kind: "retire" } | { kind: "hold"; reason: string }

/** How devices are merged: the engine's target for streams of devices. Both verbs run in one transaction, plan first. */
export const mergeDevices = { plan, apply }

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

async function apply(
  client: PoolClient,
  scope: Scope & { planned: number; returned: number; known: number },
  removals: Removals,
) {
  const merge = { client, ...scope }
  if (scope.planned > 0) {
    await compareAttributes(merge)
    await insertDevices(merge)
    await insertRecords(merge)
    await updateRecords(merge)
    await recordCreations(merge)
    await insertStates(merge)
  }
  await updateStates(merge)
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
  if (removals.kind === "retire") removed = await retireAbsent(merge)
  if (removals.kind === "hold") held = await holdAbsent(merge, removals.reason, known)
  if (removals.kind !== "none") await markMissing(merge)
  await settleHolds(merge)
  return { removed, held }
}
