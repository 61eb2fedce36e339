import type { Pool } from "pg"
import type { StreamId } from "@/lib/domain/provider-id"
import type { Session } from "@/lib/domain/session"
import { lookUp } from "./look-up"
import type { Run } from "./run"
import { streamScope } from "./stream-scope"
import type { StreamTarget } from "./stream-target"

/** More than these are not asked about in one run; the next one goes on. */
const mostAsked = 1000

type AskAnew = { pool: Pool; run: Run; session: Session; stream: StreamId; target: StreamTarget }

/**
 * Ids of records that were made anew under an old id, and came with a version that is no newer than the one before had
 * (docs/decisions/0038): the provider, where it can be asked by id, has them at that very version. Not for previews: who
 * applies one gets exactly what it listed.
 */
export async function askAnew({ pool, run, session, stream, target }: AskAnew): Promise<string[]> {
  const { findBehind } = target
  if (session.confirmAnew === undefined || findBehind === undefined || run.mode !== "sync") return []
  const scope = streamScope(run, stream)
  const behind = await lookUp(pool, (client) => findBehind(client, scope, mostAsked))
  return behind.length === 0 ? [] : session.confirmAnew(stream, behind)
}
