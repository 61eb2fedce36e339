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

/**
 * Deletes what is older than its account's floor, in steps that are transactions of their own, until nothing is left or it
 * `isOver`. Each row is looked at once, also one that its account keeps for longer. Returns how many went.
 */
export async function pruneTable({ pool, sql, byRun, floors, rows, isOver }: Walk): Promise<number> {
  const own = [floors.own.map(({ accountId }) => accountId), floors.own.map(({ floor }) => leastId(floor))]
  const bounds = [leastId(floors.latest), ...own, leastId(floors.usual), rows]
  let [gone, last, within]: [number, string, string | number | undefined] = [0, firstId, byRun]
  while (!isOver()) {
    const values = [last, ...bounds, ...(within === undefined ? [] : [within])]
    const [step] = (await pool.query<Step>(sql, values)).rows
    if (step === undefined || step.last === null) break
    gone += step.gone
    last = step.last
    if (within !== undefined) within = step.within ?? within
    if (step.walked < rows) break
  }
  return gone
}
