import type { Pool } from "pg"
import type { StreamId } from "@/lib/domain/provider-id"
import type { Session } from "@/lib/domain/session"
import type { StreamCheckpoint } from "./checkpoint"
import type { Run } from "./run"
import type { StreamTarget } from "./stream-target"

/** More than these are not asked about one by one; a second read decides. */
const mostAsked = 200

type AskAbsent = {
  pool: Pool
  run: Run
  session: Session
  stream: StreamId
  read: StreamCheckpoint
  target: StreamTarget
}

/**
 * Of the records that a complete read missed for the first time, those that the provider itself says do not exist, where it
 * can be asked by id. Not for previews, which leave no mark.
 */
export async function askAbsent({ pool, run, session, stream, read, target }: AskAbsent): Promise<string[]> {
  const { accountId, integrationId, syncLogId, mode } = run
  if (session.confirmAbsent === undefined || mode !== "sync" || read.incomplete !== null) return []
  const client = await pool.connect()
  let asked: string[] | null
  try {
    asked = await target.findNewlyAbsent(client, { accountId, integrationId, syncLogId, stream }, mostAsked)
  } finally {
    client.release()
  }
  if (asked === null || asked.length === 0) return []
  const known = new Set(asked)
  return (await session.confirmAbsent(stream, asked)).filter((id) => known.has(id))
}
