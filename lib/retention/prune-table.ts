import type { Pool } from "pg"
import { type Floors, leastId } from "./floors"

type Walk = {
  pool: Pool
  /** A step of store.ts; `byRun` says that it walks within runs, from this key. */
  sql: string
  byRun?: "00000000-0000-0000-0000-000000000000" | -1
  floors: Floors
  /** Rows a step. */
  rows: number
  isOver: () => boolean
}

type Step = { walked: number; gone: number; last: string | null; within?: string | number | null }

const firstId = "00000000-0000-0000-0000-000000000000"

type Key = { last: string; within: string | number | undefined }

/** By statement: how far a walk was when its time was up, in this process. */
const stopped = new Map<string, Key>()

/**
 * Deletes what is older than its account's floor, in steps that are transactions of their own, until nothing is left or it
 * `isOver`; then the next one goes on from there, so that what one account keeps for less time is reached behind all that others
 * keep. Returns how many went.
 */
export async function pruneTable({ pool, sql, byRun, floors, rows, isOver }: Walk): Promise<number> {
  const own = [floors.own.map(({ accountId }) => accountId), floors.own.map(({ floor }) => leastId(floor))]
  const bounds = [leastId(floors.latest), ...own, leastId(floors.usual), rows]
  const start: Key = { last: firstId, within: byRun }
  let at = stopped.get(sql) ?? start
  let isResumed = stopped.delete(sql)
  let gone = 0
  while (!isOver()) {
    const values = [at.last, ...bounds, ...(at.within === undefined ? [] : [at.within])]
    const [step] = (await pool.query<Step>(sql, values)).rows
    gone += step?.gone ?? 0
    if (step !== undefined && step.last !== null && step.walked === rows) {
      at = { last: step.last, within: at.within === undefined ? undefined : (step.within ?? at.within) }
      continue
    }
    if (!isResumed) return gone
    isResumed = false
    at = start
  }
  if (at !== start) stopped.set(sql, at)
  return gone
}
