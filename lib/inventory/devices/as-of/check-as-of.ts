import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { formatTime } from "@/lib/domain/format-time"
import { RequestError } from "@/lib/domain/problem"
import { retentionOf } from "@/lib/retention/retention-of"
import { selectTimes } from "./store"

/** Throws 422 for a time that is still to come by the database's clock, that is older than what is kept, or older than the account. */
export async function checkAsOf({ accountId }: Actor, asOf: string): Promise<void> {
  const { rows } = await pool().query<Times>(selectTimes, [accountId])
  const { createdAt, now, retention } = rows[0] ?? { createdAt: new Date(0), now: new Date(0), retention: {} }
  const at = new Date(asOf)
  if (at > now)
    throw refusal(
      `That time is still to come: here it is ${formatTime(now, "UTC")}. Choose one that has passed.`,
    )
  if (at < createdAt)
    throw refusal(
      `That time lies before this account was made, at ${formatTime(createdAt, "UTC")}; nothing was known then. Choose a later one.`,
    )
  const kept = retentionOf(retention)
  const days = Math.min(kept.changes, kept.retiredDevices) // a purged device could not be shown as it was
  const oldest = new Date(now.getTime() - days * 86_400_000)
  if (at < oldest)
    throw refusal(
      `That time lies before ${formatTime(oldest, "UTC")}: changes and removed devices are kept for ${days} days, and what was before is not known any more. Choose a later one.`,
    )
}

type Times = { createdAt: Date; now: Date; retention: unknown }

const refusal = (message: string) => new RequestError(422, message, { asOf: [message] })
