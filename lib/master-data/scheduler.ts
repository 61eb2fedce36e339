import { authorize } from "@/lib/auth/authorize"
import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"
import type { Catalog } from "@/lib/domain/provider"
import { type SchedulerStatus, schedulerStatus } from "@/lib/domain/published-list"
import { env } from "@/lib/env"
import { updateSyncSettings } from "@/lib/integrations/update-sync-settings"
import { selectSchedules } from "./read-store"
import { whyListsAreOff } from "./why-lists-are-off"

type Row = Record<string, unknown> & { nextSyncAt: Date | null; lastSyncAt: Date | null }

/** Whether the account's master data is synced on schedule, and when next (S1-SCHEDULER). */
export async function readScheduler({ accountId }: Actor): Promise<SchedulerStatus> {
  const { rows } = await pool().query<Row>(selectSchedules, [accountId])
  const off = whyListsAreOff()
  const status = schedulerStatus.parse({
    running: false,
    reason: off,
    cronSchedule: env().INELIGIBLE_ITEMS_SYNC_CRON_SCHEDULE,
    integrations: rows.map(({ nextSyncAt, lastSyncAt, ...row }) => ({
      ...row,
      nextSyncAt: off === null ? (nextSyncAt?.toISOString() ?? null) : null,
      lastSyncAt: lastSyncAt?.toISOString() ?? null,
    })),
  })
  const running = off === null && status.integrations.some(({ nextSyncAt }) => nextSyncAt !== null)
  return { ...status, running, reason: running ? null : (off ?? whyNoneComes(status)) }
}

/** Switches the schedules of all the account's master data on or off; admins only. Throws 403, and 409 when there is none. */
export async function switchScheduler(
  actor: Actor,
  action: "start" | "stop",
  catalog: Catalog,
): Promise<SchedulerStatus> {
  authorize(actor, "ADMIN")
  const { integrations } = await readScheduler(actor)
  if (integrations.length === 0)
    throw new RequestError(409, "No integration of your account publishes master data. Connect one first.")
  for (const { id } of integrations)
    await updateSyncSettings(actor, id, { syncEnabled: action === "start" }, { catalog, now: new Date() })
  return readScheduler(actor)
}

function whyNoneComes({ integrations }: SchedulerStatus): string {
  if (integrations.length === 0) return "No integration of this account publishes master data."
  if (integrations.every(({ syncEnabled }) => !syncEnabled))
    return "The schedules of this account's master data are switched off."
  return "This account's master data has no schedule, so it is synced by hand only."
}
