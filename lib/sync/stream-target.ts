import type { PoolClient } from "pg"

/** Which staged rows belong to which known ones. */
export type StreamScope = { accountId: string; integrationId: string; syncLogId: string; stream: string }

/** Records by what would happen to them. `absent` are known, live, and not in this read. */
export type PlanTally = {
  /** Records of the read, those that were rejected included. */
  staged: number
  created: number
  updated: number
  unchanged: number
  restored: number
  conflicts: number
  known: number
  absent: number
  /** Of the absent, those that an earlier complete read of the same scope did not hold either. */
  absentTwice: number
  /** Of the staged, those that were missing before. */
  returned: number
  /** Records that ask for a write. */
  planned: number
}

/** What the guard lets happen to the absent ones. */
export type RemovalDecision =
  | { kind: "none" }
  | { kind: "mark" }
  | { kind: "retire" }
  | { kind: "hold"; reason: string }

export type ApplyTally = {
  removed: number
  held: number
  warnings: { externalId: string; message: string }[]
}

/**
 * A noun that can be synced. All verbs run in one transaction on one connection, in this order; `plan` leaves its result
 * in a temporary table that the next ones use.
 */
export type StreamTarget = {
  plan(client: PoolClient, scope: StreamScope): Promise<PlanTally>
  apply(client: PoolClient, scope: StreamScope & PlanTally, removals: RemovalDecision): Promise<ApplyTally>
}
