import type { PoolClient } from "pg"
import type { Reject, Versioned } from "@/lib/domain/session"

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
  /** Of the absent twice, those that wait for an admin, and those that did until their time was over. */
  held: number
  lapsed: number
  /** Of the absent, those whose removal an admin dismissed; they are not among the absent twice. */
  dismissed: number
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
  /** Exactly what a kept plan lists. */
  | { kind: "listed"; planId: string }

export type ApplyTally = {
  removed: number
  held: number
  warnings: { externalId: string; message: string }[]
}

/** Staged records that may not come in: how many, the first of them one by one, and what else there is to say. */
export type Admission = {
  rejected: number
  rejects: Reject[]
  lines: { level: "info" | "warn"; message: string }[]
}

/**
 * A noun that can be synced. From `confirmAbsent` on, all verbs of a stream run in one transaction on one connection; `plan`
 * leaves its result in temporary tables that the others use.
 */
export type StreamTarget = {
  /** Where absence means nothing, in one sentence for the receipt: its records are never removed. */
  keepsAbsent?: string
  /** How much is read is what people ask for, so that a read is not compared with those before it. */
  isOnRequest?: boolean
  /** Ids that are known and live, not on the stage, and were never missed before; at most `limit`. */
  findNewlyAbsent(client: PoolClient, scope: StreamScope, limit: number): Promise<string[]>
  /** Takes the provider's word that these ids are gone: as good as an earlier read that missed them. */
  confirmAbsent(client: PoolClient, scope: StreamScope, ids: string[]): Promise<void>
  /**
   * Before `plan`: takes staged records out that may not come in. They count as seen, so that none is removed for it. What
   * admitting the others needs is made, unless the plan is only `kept`.
   */
  admit?(client: PoolClient, scope: StreamScope, how: { kept: boolean }): Promise<Admission>
  /**
   * Staged records that differ from what is known although neither their version rose nor their identity is another: the read
   * was behind, or they were made anew. At most `limit`.
   */
  findBehind?(client: PoolClient, scope: StreamScope, limit: number): Promise<Versioned[]>
  /** `anew`: ids of records that are taken whole, whatever their version. */
  plan(client: PoolClient, scope: StreamScope & { anew?: string[] }): Promise<PlanTally>
  apply(client: PoolClient, scope: StreamScope & PlanTally, removals: RemovalDecision): Promise<ApplyTally>
  /** Keeps the plan as sync_changes instead of carrying it out; the tally says what it would do. */
  keep(client: PoolClient, scope: StreamScope & PlanTally, removals: RemovalDecision): Promise<ApplyTally>
  /** Puts a kept plan's records back on the stage of this run. */
  restage(client: PoolClient, scope: StreamScope, planId: string): Promise<void>
  /** After `plan`: rows of a kept plan that no longer stand as they did, at most 200. */
  findMoved(
    client: PoolClient,
    scope: StreamScope,
    planId: string,
  ): Promise<{ externalId: string; name: string | null }[]>
  /** Keeps the plan that undoes an earlier run of this stream. */
  keepReversal(client: PoolClient, scope: StreamScope, runId: string): Promise<void>
}
