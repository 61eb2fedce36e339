import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import {
  type PlannerView,
  plannerView,
  type UnlinkedPlannerView,
  unlinkedPlannerView,
} from "@/lib/domain/planner"
import { selectPlanners, selectStrangers } from "./planners/store"

type Row = Omit<UnlinkedPlannerView, "firstSeenAt" | "lastSeenAt" | "linkedAt"> & {
  firstSeenAt: Date
  lastSeenAt: Date
  linkedAt: Date | null
}

/** Names in WorkStudio that no member has, those with most circuits first; with `linked` also those that were linked since. */
export async function listUnlinkedPlanners(
  { accountId }: Actor,
  { linked }: { linked: boolean },
): Promise<UnlinkedPlannerView[]> {
  const { rows } = await pool().query<Row>(selectStrangers, [accountId, linked])
  return rows.map(({ firstSeenAt, lastSeenAt, linkedAt, ...row }) =>
    unlinkedPlannerView.parse({
      ...row,
      firstSeenAt: firstSeenAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      linkedAt: linkedAt?.toISOString() ?? null,
    }),
  )
}

/** The account's members with their names in WorkStudio and what they plan that is not closed. */
export async function listPlanners({ accountId }: Actor): Promise<PlannerView[]> {
  const { rows } = await pool().query(selectPlanners, [accountId])
  return rows.map((row) => plannerView.parse(row))
}
