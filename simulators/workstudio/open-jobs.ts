import { type Circuit, guidOf, makeCircuit } from "./circuits"

/** What a circuit is changed to by hand. */
export type CircuitChange = { [K in Exclude<keyof Circuit, "jobGuid">]?: Circuit[K] | undefined }

/** A circuit with the number its units are drawn from. */
type Job = { circuit: Circuit; index: number }

export type Jobs = ReturnType<typeof openJobs>

/** Circuits of any number, made when they are asked for; only what was changed, added or removed by hand is remembered. */
export function openJobs({ circuits, seed }: { circuits: number; seed: number }) {
  const changed = new Map<string, CircuitChange>()
  const removed = new Set<string>()
  const added: Circuit[] = []
  const units = new Map<string, number>()

  const known = (index: number): Circuit => {
    const made = makeCircuit(seed, index)
    return Object.assign(made, changed.get(made.jobGuid))
  }

  /** Everything that is there. */
  function* all(): Generator<Job> {
    for (let index = 0; index < circuits; index++) {
      const circuit = known(index)
      if (!removed.has(circuit.jobGuid)) yield { circuit, index }
    }
    for (const [at, circuit] of added.entries())
      if (!removed.has(circuit.jobGuid))
        yield { circuit: Object.assign({ ...circuit }, changed.get(circuit.jobGuid)), index: 1_000_000 + at }
  }

  let byOrder: Map<string, Job[]> | null = null

  /** Kept until something changes, since it takes a look at all of them. */
  function ofOrder(workOrder: string): Job[] {
    byOrder ??= Map.groupBy(all(), ({ circuit }) => circuit.workOrder)
    return byOrder.get(workOrder) ?? []
  }

  return {
    seed,
    all,
    ofOrder,
    size: () => circuits + added.length - removed.size,
    moreUnits: (workOrder: string) => units.get(workOrder) ?? 0,
    change(jobGuid: string, change: CircuitChange) {
      byOrder = null
      changed.set(jobGuid, { ...changed.get(jobGuid), ...change })
    },
    remove(jobGuid: string) {
      byOrder = null
      removed.add(jobGuid)
    },
    add(change: CircuitChange & { jobGuid?: string | undefined }) {
      byOrder = null
      const index = 1_000_000 + added.length
      const made = Object.assign(makeCircuit(seed, index), change)
      added.push({ ...made, jobGuid: change.jobGuid ?? guidOf(seed, index) })
    },
    /** So many more planned units for every part of a work order; -1000 leaves none. */
    addUnits(workOrder: string, count: number) {
      units.set(workOrder, (units.get(workOrder) ?? 0) + count)
    },
  }
}
