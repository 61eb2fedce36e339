import type { PoolClient } from "pg"
import { circuits } from "@/lib/inventory/circuits/noun"
import { mergeRows } from "@/lib/inventory/merge-rows/merge-rows"
import {
  linkPlanners,
  makeRegions,
  makeUiStates,
  recordUpdates,
  snapshotStatusChanges,
  tallyStrangers,
} from "./settle/store"

const rows = mergeRows(circuits)

type Scope = Parameters<typeof rows.plan>[1]
type Planned = Parameters<typeof rows.apply>[1]
type Removals = Parameters<typeof rows.apply>[2]

/**
 * How circuits are merged: the engine's target for WorkStudio's circuits. A circuit that is on none of the lists read has
 * changed its status, so absence removes nothing. What hangs on circuits is made in the same transaction: their UI states,
 * regions, links to planners, snapshots of changed statuses, and events.
 */
export const mergeCircuits = {
  ...rows,
  keepsAbsent: "never: a circuit that leaves a status list has changed its status",
  findNewlyAbsent: async (): Promise<string[]> => [],
  confirmAbsent: async (): Promise<void> => {},
  plan: async (client: PoolClient, scope: Scope) => ({
    ...(await rows.plan(client, scope)),
    absent: 0,
    absentTwice: 0,
  }),
  apply: async (client: PoolClient, scope: Planned, removals: Removals) => {
    const done = await rows.apply(client, scope, onlyListed(removals))
    if (scope.planned > 0) {
      await makeUiStates(client, scope)
      await makeRegions(client, scope)
      await snapshotStatusChanges(client, scope)
      await recordUpdates(client, scope)
    }
    await linkPlanners(client, scope)
    await tallyStrangers(client, scope)
    return done
  },
  keep: (client: PoolClient, scope: Planned, removals: Removals) =>
    rows.keep(client, scope, onlyListed(removals)),
}

/** Only what an admin saw in a kept plan is ever taken away: what a reverted run had created. */
const onlyListed = (removals: Removals): Removals =>
  removals.kind === "listed" ? removals : { kind: "none" }
