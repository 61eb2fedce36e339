import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
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
      `asOf lies in the future: here it is ${now.toISOString()}. Leave it out to see the devices of now.`,
    )
  if (at < createdAt)
    throw refusal(
      `asOf lies before this account was made (${createdAt.toISOString()}); nothing was known then. Give a later time.`,
    )
  const kept = retentionOf(retention)
  const days = Math.min(kept.changes, kept.retiredDevices) // a purged device could not be shown as it was
  const oldest = new Date(now.getTime() - days * 86_400_000)
  if (at < oldest)
    throw refusal(
      `asOf lies before ${oldest.toISOString()}: changes and retired devices are kept for ${days} days, and what was before is not known any more. Give a later time.`,
    )
}

type Times = { createdAt: Date; now: Date; retention: unknown }

const refusal = (message: string) => new RequestError(422, message, { asOf: [message] })
