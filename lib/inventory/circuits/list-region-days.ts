import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { type RegionDay, regionDay } from "@/lib/domain/region-day"
import { selectByRegion } from "./snapshots/store"

/** The account's daily snapshots by region, oldest day first. */
export async function listRegionDays({ accountId }: Actor, { days }: { days: number }): Promise<RegionDay[]> {
  const { rows } = await pool().query(selectByRegion, [accountId, days])
  return rows.map((row) => regionDay.parse(row))
}
