import { setTimeout as sleep } from "node:timers/promises"
import { pool } from "@/lib/db/client"
import { enqueue } from "@/lib/jobs/enqueue"
import { cancelSync } from "@/lib/sync-logs/cancel-sync"
import { queueSync } from "@/lib/sync-logs/queue-sync"
import { type Event, roundMs } from "./draw-round"
import { insist } from "./insist"
import type { Ground, Source } from "./open-ground"
import { selectLiveRun, stepClock } from "./store"

/** How often each kind of thing was done. */
export type Done = Record<Event["kind"], number>

type Play = { ground: Ground; events: Event[]; done: Done; present: Set<string> }

/** Does what the schedule says, when it says so. What cannot be done because the database is away is not done. */
export async function playRound({ ground, events, done, present }: Play): Promise<void> {
  const began = performance.now()
  const underway: Promise<unknown>[] = []
  for (const event of events) {
    await sleep(Math.max(0, began + event.at - performance.now()))
    const acting = act({ ground, present, event }).then((count) => {
      done[event.kind] += count
    })
    underway.push(acting.catch((error) => (event.kind === "restart" ? Promise.reject(error) : undefined)))
  }
  await sleep(Math.max(0, began + roundMs - performance.now()))
  await Promise.all(underway)
}

/** Returns how many things it was. */
async function act({
  ground,
  present,
  event,
}: Omit<Play, "events" | "done"> & { event: Event }): Promise<number> {
  switch (event.kind) {
    case "kill":
      return ground.workers.kill(event.worker) === true ? 1 : 0
    case "restart":
      await ground.restart()
      return 1
  }
  const source = ground.sources[event.source]
  if (source === undefined) return 0
  const { simulator, actor, integrationId } = source
  switch (event.kind) {
    case "trigger":
      await Promise.all(Array.from({ length: event.times }, () => trigger(source)))
      return event.times
    case "cancel": {
      const { rows } = await pool().query(selectLiveRun, [integrationId])
      if (rows[0] === undefined) return 0
      await cancelSync(actor, rows[0].id)
      return 1
    }
    case "clock":
      await pool().query(stepClock, [integrationId, event.minutes])
      await enqueue(pool(), "dispatch", {}, { jobKey: "chaos-dispatch" })
      return 1
    case "fleet":
      simulator.control(event.command)
      return 1
    case "toggle":
      toggle(source, present, `${event.source}-${event.device}`)
      return 1
    case "faults":
      simulator.control({ faults: event.faults })
      return event.faults.length
  }
}

export const trigger = ({ actor, integrationId }: Source) =>
  insist(() => queueSync(actor, { integrationId, mode: "sync", trigger: "manual" }))

/** A device that comes and goes and is the same each time, though under another name. */
function toggle({ simulator }: Source, present: Set<string>, key: string): void {
  const serial = `CHAOS${key}`
  if (present.delete(key)) simulator.control({ remove: [serial] })
  else {
    present.add(key)
    simulator.control({ add: [{ serial, agentId: `chaos-${key}`, name: `seen-${present.size}` }] })
  }
}
