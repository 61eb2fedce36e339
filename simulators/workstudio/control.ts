import { z } from "zod"
import { openFaults } from "@/simulators/faults"
import { workstudioFault } from "./faults"
import { openJobs } from "./open-jobs"
import type { User, World } from "./world"

const change = z.strictObject({
  workOrder: z.string().optional(),
  extension: z.string().optional(),
  title: z.string().optional(),
  region: z.string().optional(),
  status: z.string().optional(),
  jobType: z.string().optional(),
  cycleType: z.string().optional(),
  contractor: z.string().optional(),
  miles: z.number().optional(),
  planned: z.number().optional(),
  percent: z.number().optional(),
  acres: z.number().optional(),
  start: z.string().nullable().optional(),
  editedAt: z.string().optional(),
  takenBy: z.string().optional(),
  version: z.number().optional(),
})

/** What can be done to a simulator while it runs. What is left out stays as it is. */
export const command = z.strictObject({
  /** As it was made, no faults, no counts. */
  reset: z.boolean().optional(),
  /** So many circuits, made anew. */
  circuits: z.number().int().min(0).max(1_000_000).optional(),
  change: z.array(z.strictObject({ jobGuid: z.string(), to: change })).optional(),
  remove: z.array(z.string()).optional(),
  add: z.array(change.extend({ jobGuid: z.string().optional() })).optional(),
  /** More planned units for a work order; -1000 leaves it none. */
  units: z.array(z.strictObject({ workOrder: z.string(), more: z.number().int() })).optional(),
  /** User names that are refused from now on, and no others. */
  refuse: z.array(z.string()).optional(),
  /** User names that may not read the views from now on, and no others. */
  bar: z.array(z.string()).optional(),
  /** Replaces the faults that were on. */
  faults: z.array(workstudioFault).optional(),
})
export type Command = z.input<typeof command>

/** `requests` counts by method and path; `callers` are the user names of the calls that were taken, in order. */
export type State = {
  circuits: number
  requests: Record<string, number>
  callers: string[]
  /** When each request under the protocols' folder came, in milliseconds. */
  times: number[]
}

/** Holds a simulator's world and changes it on command. */
export function openControl(options: { circuits: number; seed: number; users: User[]; now: () => number }) {
  const { users, seed, now } = options
  const world: World = {
    jobs: openJobs(options),
    faults: openFaults(),
    users,
    refused: new Set(),
    barred: new Set(),
    callers: [],
    worn: new Map(),
  }
  let requests: Record<string, number> = {}
  let times: number[] = []

  function apply(input: Command): State {
    const wanted = command.parse(input)
    if (wanted.reset) {
      world.jobs = openJobs(options)
      world.faults.replace([])
      world.refused.clear()
      world.barred.clear()
      world.callers = []
      requests = {}
      times = []
    }
    if (wanted.circuits !== undefined) world.jobs = openJobs({ circuits: wanted.circuits, seed })
    for (const { jobGuid, to } of wanted.change ?? []) world.jobs.change(jobGuid, to)
    for (const jobGuid of wanted.remove ?? []) world.jobs.remove(jobGuid)
    for (const circuit of wanted.add ?? []) world.jobs.add(circuit)
    for (const { workOrder, more } of wanted.units ?? []) world.jobs.addUnits(workOrder, more)
    if (wanted.refuse !== undefined) world.refused = new Set(wanted.refuse)
    if (wanted.bar !== undefined) world.barred = new Set(wanted.bar)
    if (wanted.faults !== undefined) {
      world.faults.replace(wanted.faults)
      world.worn.clear()
    }
    return state()
  }

  function state(): State {
    return {
      circuits: world.jobs.size(),
      requests: { ...requests },
      callers: [...world.callers],
      times: [...times],
    }
  }

  function count(request: string): void {
    requests[request] = (requests[request] ?? 0) + 1
    times.push(now())
  }

  return { world, apply, state, count }
}
