import type { PoolClient } from "pg"
import {
  keepTotals,
  planUnits,
  recordSynced,
  restageTotals,
  settleAsked,
  warningsOf,
  writeTotals,
} from "./merge/store"

type Scope = { accountId: string; integrationId: string; syncLogId: string; stream: string }

/**
 * How sums of planned units are merged: the engine's target for WorkStudio's planned units (S2-AGG). A circuit gets a row only
 * when something moved; one without units in the reply stays unknown. Nothing is ever removed.
 */
export const mergeUnitTotals = {
  keepsAbsent: "never: aggregates are kept as they were",
  isOnRequest: true,
  findNewlyAbsent: async (): Promise<string[]> => [],
  confirmAbsent: async (): Promise<void> => {},
  async plan(client: PoolClient, scope: Scope) {
    const { staged, strangers, created, updated } = await planUnits(client, scope)
    const planned = created + updated
    const unchanged = staged - strangers - planned
    const nothing = {
      restored: 0,
      conflicts: 0,
      absent: 0,
      absentTwice: 0,
      held: 0,
      lapsed: 0,
      dismissed: 0,
      returned: 0,
    }
    return { ...nothing, staged, created, updated, unchanged, known: unchanged + updated, planned }
  },
  async apply(client: PoolClient, scope: Scope) {
    await writeTotals(client, scope)
    await recordSynced(client, scope)
    await settleAsked(client, scope)
    return { removed: 0, held: 0, warnings: await warningsOf(client) }
  },
  async keep(client: PoolClient, scope: Scope) {
    await keepTotals(client, scope)
    return { removed: 0, held: 0, warnings: await warningsOf(client) }
  },
  restage: restageTotals,
  findMoved: async (): Promise<{ externalId: string; name: string | null }[]> => [],
  // Sums of the past stand: a run of them changed nothing that could be set back
  keepReversal: async (): Promise<void> => {},
}
