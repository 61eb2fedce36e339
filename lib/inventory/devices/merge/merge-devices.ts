import type { PoolClient } from "pg"
import { tellGateways } from "@/lib/inventory/gateways/store"
import { findMoved, restage } from "@/lib/inventory/merge-rows/kept-plan/store"
import { countPresence } from "@/lib/inventory/merge-rows/presence/store"
import { applyRemovals, type Removals } from "@/lib/inventory/merge-rows/removal/apply-removals"
import { clearReturned, confirmAbsent, findNewlyAbsent } from "@/lib/inventory/merge-rows/removal/store"
import type { RowTable } from "@/lib/inventory/merge-rows/scope"
import { keepRemovals, keepWrites, restageVouching } from "./kept-plan/store"
import { addModuleChanges, compareModules, hasModules, writeModules } from "./modules/store"
import {
  comparePlan,
  countActions,
  describeConflicts,
  findBehind,
  hasRewrites,
  linkBySerial,
  markConflicts,
  openTables,
  planByHash,
  planByPlace,
} from "./plan/store"
import {
  compareAttributes,
  dropReleased,
  insertDevices,
  insertRecords,
  recordCreations,
  touchLeft,
  updateRecords,
} from "./records/store"
import { recordLostSources, resolveDevices, writeDevices } from "./resolve/store"
import { keepReversal } from "./revert/store"
import type { Merge } from "./scope"
import {
  grantSerials,
  haveSerialsChanged,
  markLeavers,
  releaseSerials,
  settleSerials,
  touchWaiting,
} from "./serials/store"
import { insertStates, updateStates } from "./state/store"

type Scope = Omit<Merge, "client">
type Planned = Scope & { planned: number; returned: number; known: number; absentTwice: number; held: number }

/** Where the records of devices are. */
export const deviceRecords: RowTable = { table: "device_records", subject: "device_id" }

/** How devices are merged: the engine's target for streams of devices. Its verbs run in one transaction, `plan` first. */
export const mergeDevices = {
  findNewlyAbsent: (client: PoolClient, scope: Scope, limit: number) =>
    findNewlyAbsent({ client, ...scope, rows: deviceRecords }, limit),
  confirmAbsent: (client: PoolClient, scope: Scope, ids: string[]) =>
    confirmAbsent({ client, ...scope, rows: deviceRecords }, ids),
  findBehind: (client: PoolClient, scope: Scope, limit: number) => findBehind({ client, ...scope }, limit),
  plan,
  apply,
  keep,
  restage: async (client: PoolClient, scope: Scope, planId: string) => {
    await restage({ client, ...scope, rows: deviceRecords }, planId)
    await restageVouching({ client, ...scope }, planId)
  },
  findMoved: (client: PoolClient, scope: Scope, planId: string) =>
    findMoved({ client, ...scope, rows: deviceRecords }, planId),
  keepReversal: (client: PoolClient, scope: Scope, runId: string) =>
    keepReversal({ client, ...scope }, runId),
}

async function plan(client: PoolClient, { anew = [], ...scope }: Scope & { anew?: string[] }) {
  const merge = { client, ...scope, rows: deviceRecords }
  await openTables(merge)
  await comparePlan(merge, anew)
  if (await hasModules(merge)) await compareModules(merge)
  if (await haveSerialsChanged(merge)) {
    await markLeavers(merge)
    await grantSerials(merge)
  }
  await linkBySerial(merge)
  await markConflicts(merge)
  const actions = await countActions(merge)
  const of = (action: string) => actions.get(action) ?? 0
  const { witnesses, ...presence } = await countPresence(merge)
  const planned = [...actions.values()].reduce((sum, rows) => sum + rows, 0)
  return {
    ...presence,
    created: of("create"),
    updated: of("update") + of("link") + of("move"),
    restored: of("restore") + of("rejoin"),
    conflicts: of("conflict"),
    unchanged: presence.staged - witnesses - planned,
    planned,
  }
}

async function apply(client: PoolClient, scope: Planned, removals: Removals) {
  const merge = { client, ...scope, rows: deviceRecords }
  const withModules = await hasModules(merge)
  const rewrites = scope.planned > 0 && (await hasRewrites(merge))
  if (rewrites) {
    await compareAttributes(merge)
    if (withModules) await addModuleChanges(merge)
    await releaseSerials(merge)
  }
  if (scope.planned > 0) {
    await planByPlace(merge)
    await insertDevices(merge)
    await insertRecords(merge)
    await insertStates(merge)
    await planByHash(merge)
    await recordCreations(merge)
  }
  if (rewrites) {
    await dropReleased(merge)
    await touchLeft(merge)
    await updateRecords(merge)
  }
  if (scope.known > 0 || rewrites) await updateStates(merge)
  if (withModules) await writeModules(merge)
  if (scope.returned > 0) await clearReturned(merge)
  const removal = await applyRemovals(merge, removals, scope)
  const warnings = await describeConflicts(merge)
  const waiting = await touchWaiting(merge)
  if (scope.planned > 0 || removal.removed > 0 || waiting > 0) {
    await resolveDevices(merge)
    warnings.push(...(await settleSerials(merge)))
    await writeDevices(merge)
    if (removal.removed > 0) await recordLostSources(merge)
    await client.query(tellGateways, [scope.accountId])
  }
  return { ...removal, warnings }
}

/** Keeps the plan instead of carrying it out, and says what it would do. */
async function keep(client: PoolClient, scope: Planned, removals: Removals) {
  const merge = { client, ...scope, rows: deviceRecords }
  await keepWrites(merge)
  const proven = removals.kind === "retire" ? "remove" : removals.kind === "hold" ? "hold" : null
  if (removals.kind !== "none") await keepRemovals(merge, proven)
  return {
    removed: proven === "remove" ? scope.absentTwice - scope.held : 0,
    held: proven === "hold" ? scope.absentTwice : scope.held,
    warnings: await describeConflicts(merge),
  }
}
