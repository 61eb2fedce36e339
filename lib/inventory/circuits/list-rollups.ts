import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { type PlannerDay, plannerDay, type RegionDay, regionDay } from "@/lib/domain/region-day"
import { selectByPlanner, selectByRegion } from "./snapshots/store"

type Back = { days: number }

/** The account's daily snapshots by region, oldest day first. */
export async function listRegionDays({ accountId }: Actor, { days }: Back): Promise<RegionDay[]> {
  const { rows } = await pool().query(selectByRegion, [accountId, days])
  return rows.map((row) => regionDay.parse(row))
}

/** The account's daily snapshots by the members who plan the circuits, oldest day first. */
export async function listPlannerDays({ accountId }: Actor, { days }: Back): Promise<PlannerDay[]> {
  const { rows } = await pool().query(selectByPlanner, [accountId, days])
  return rows.map((row) => plannerDay.parse(row))
}
