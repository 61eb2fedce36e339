import type { Pool } from "pg"
import type { StreamId } from "@/lib/domain/provider-id"
import type { Presence, Session } from "@/lib/domain/session"
import type { StreamCheckpoint } from "./checkpoint"
import { lookUp } from "./look-up"
import type { Run } from "./run"
import { streamScope } from "./stream-scope"
import type { StreamTarget } from "./stream-target"

/** No more than these are asked about one by one. */
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
 * What the provider itself says of records that a complete read missed for the first time, where it can be asked by id. Where
 * too many are missing some are asked about, to learn whether the list is to be trusted: who is gone a second read decides.
 * Not for previews, which leave no mark.
 */
export async function askAbsent({ pool, run, session, stream, read, target }: AskAbsent): Promise<Presence> {
  if (session.confirmAbsent === undefined || run.mode !== "sync" || read.incomplete !== null) return nothing
  const scope = streamScope(run, stream)
  const absent = await lookUp(pool, (client) => target.findNewlyAbsent(client, scope, mostAsked + 1))
  if (absent.length === 0) return nothing
  const asked = absent.slice(0, mostAsked)
  const { gone, there } = await session.confirmAbsent(stream, asked)
  const isAsked = new Set(asked)
  return {
    gone: absent.length > mostAsked ? [] : gone.filter((id) => isAsked.has(id)),
    there: there.filter((id) => isAsked.has(id)),
  }
}

const nothing: Presence = { gone: [], there: [] }

/** Why a list that lacks what the provider has proves nothing, in one sentence; null where nothing was found lacking. */
export function whyListLacks(there: string[]): string | null {
  const [first] = there
  if (first === undefined) return null
  const others = there.length === 1 ? "" : ` and ${there.length - 1} more`
  return `asked for ${first}${others}, the provider has what its list lacked.`
}
