import { pool } from "@/lib/db/client"
import { approveHold } from "@/lib/inventory/holds/decide-hold"
import { enqueue } from "@/lib/jobs/enqueue"
import { waitUntil } from "@/lib/tooling/wait-until"
import { insist } from "./insist"
import type { Ground } from "./open-ground"
import { trigger } from "./play-round"
import { countLive, hastenJobs, quietSchedules, selectOpenHolds, selectUnrest } from "./store"

/** Reads that may be needed: two to be sure of a removal, one after the holds, one to see that nothing moves; the rest is slack. */
const mostReads = 8

/** Faults off: waits until every run has ended, then syncs until nothing changes any more. Throws when that takes too long. */
export async function settle({ sources }: Ground): Promise<void> {
  for (const { simulator } of sources) simulator.control({ faults: [] })
  await insist(() => pool().query(quietSchedules))
  await drain()
  for (let reads = 0; reads < mostReads; reads++) {
    const runs = await Promise.all(sources.map(trigger))
    await drain()
    const held = await approveHolds(sources.map(({ actor }) => actor))
    const { rows } = await pool().query(selectUnrest, [runs.map(({ job_id }) => job_id)])
    if (!held && rows[0].moved === 0 && rows[0].missing === 0) return
  }
  throw new Error(`After ${mostReads} undisturbed reads the inventory still moved.`)
}

/** The sweep comes every half minute by itself; here it is called for all the time. */
async function drain(): Promise<void> {
  const isDrained = () =>
    insist(async () => {
      await pool().query(hastenJobs)
      await enqueue(pool(), "sweep", {}, { jobKey: "chaos-sweep" })
      const { rows } = await pool().query(countLive)
      return rows[0].live === 0
    })
  await waitUntil({ what: "every run had ended", isSo: isDrained, seconds: 90, everyMs: 200 })
}

async function approveHolds(actors: Ground["sources"][number]["actor"][]): Promise<boolean> {
  let found = false
  for (const actor of actors) {
    const { rows } = await pool().query<{ id: string }>(selectOpenHolds, [actor.accountId])
    for (const { id } of rows) await approveHold(actor, id, {})
    found ||= rows.length > 0
  }
  return found
}
