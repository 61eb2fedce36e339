import type { Session } from "@/lib/domain/session"
import type { Attempt } from "./attempt"
import { replaySession } from "./replay-session"

/** Acts with a session at the run's provider, or with one that replays stored pages, and closes it whatever happens. */
export async function inSession<T>(attempt: Attempt, act: (session: Session) => Promise<T>): Promise<T> {
  const session = await openSession(attempt)
  try {
    return await act(session)
  } finally {
    await session.close()
  }
}

async function openSession({ parts, run, alive }: Attempt): Promise<Session> {
  const { replays } = run.context
  if (replays === undefined) return parts.openSession(run, alive.signal)
  return replaySession({ pool: parts.pool, syncLogId: replays, map: await parts.mapStored(run) })
}
