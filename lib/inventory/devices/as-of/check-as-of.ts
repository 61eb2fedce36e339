import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"
import { selectTimes } from "./store"

/** Throws 422 for a time that is still to come by the database's clock, or at which there was no account yet. */
export async function checkAsOf({ accountId }: Actor, asOf: string): Promise<void> {
  const { rows } = await pool().query<{ createdAt: Date; now: Date }>(selectTimes, [accountId])
  const { createdAt, now } = rows[0] ?? { createdAt: new Date(0), now: new Date(0) }
  const at = new Date(asOf)
  if (at > now)
    throw refusal(
      `asOf lies in the future: here it is ${now.toISOString()}. Leave it out to see the devices of now.`,
    )
  if (at < createdAt)
    throw refusal(
      `asOf lies before this account was made (${createdAt.toISOString()}); nothing was known then. Give a later time.`,
    )
}

const refusal = (message: string) => new RequestError(422, message, { asOf: [message] })
