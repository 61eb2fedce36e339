import type { Pool } from "pg"
import { pendingMigrations } from "@/lib/db/pending-migrations"

/**
 * Why the worker cannot take jobs, in one sentence; null when it can. Answers within 2 seconds, also while the database
 * does not.
 */
export async function whyNotReady(pool: Pool, isRunning: () => boolean): Promise<string | null> {
  const trouble = await Promise.race([databaseTrouble(pool), noAnswer()])
  if (trouble !== null) return trouble
  return isRunning() ? null : "The worker is starting or stopping."
}

async function databaseTrouble(pool: Pool): Promise<string | null> {
  try {
    const pending = await pendingMigrations(pool)
    return pending.length === 0 ? null : `The database lacks the migrations ${pending.join(", ")}.`
  } catch (error) {
    const code = error instanceof Error && "code" in error ? ` (${error.code})` : ""
    return `The database cannot be reached${code}.`
  }
}

const noAnswer = () =>
  new Promise<string>((resolve) => {
    setTimeout(() => resolve("The database did not answer within 2 s."), 2000).unref()
  })
