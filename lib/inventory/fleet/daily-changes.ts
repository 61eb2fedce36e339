import { z } from "zod"
import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { selectDailyChanges } from "./store"

const dailyChanges = z.object({
  /** `2026-11-22`, in UTC. */
  day: z.iso.date(),
  created: z.number().int(),
  updated: z.number().int(),
  removed: z.number().int(),
})
export type DailyChanges = z.infer<typeof dailyChanges>

const dayMs = 86_400_000

/** What syncs changed on each of the last days, today included, the oldest first. */
export async function listDailyChanges(actor: Actor, days: number, now: Date): Promise<DailyChanges[]> {
  const today = Math.floor(now.getTime() / dayMs) * dayMs
  const first = new Date(today - (days - 1) * dayMs)
  const { rows } = await pool().query(selectDailyChanges, [actor.accountId, first, days, firstIdOf(first)])
  return z.array(dailyChanges).parse(rows)
}

/** The least id (uuid v7) that something made at this time can have. */
const firstIdOf = (at: Date): string =>
  `${at.getTime().toString(16).padStart(12, "0")}${"70008000".padEnd(20, "0")}`
