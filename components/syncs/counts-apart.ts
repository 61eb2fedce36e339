import type { SyncCounts, SyncLogView } from "@/lib/domain/sync-log"

/** Of how many circuits a run read the planned units, or took them from a plan, and what that did to aggregates (S2-AGG). */
export type UnitsRead = { circuits: number; created: number; updated: number; unchanged: number }

/** A run's counts without those of planned units, which count aggregates; `units` is null for a run that read none. */
export type CountsApart = {
  counts: SyncCounts
  units: UnitsRead | null
  /** The streams that `counts` is about: none for a run of planned units alone. */
  streams: string[]
}

type Counted = Pick<SyncLogView, "counts" | "receipt">

export function countsApart({ counts, receipt }: Counted): CountsApart {
  const streams = Object.keys(receipt).filter((stream) => stream !== "planned-units")
  const units = unitsIn({ counts, receipt })
  if (units === null || (units.circuits === 0 && streams.length > 0)) return { counts, units: null, streams }
  const without = (all: number, ofUnits: number) => Math.max(0, all - ofUnits)
  return {
    counts: {
      ...counts,
      created: without(counts.created, units.created),
      updated: without(counts.updated, units.updated),
      unchanged: without(counts.unchanged, units.unchanged),
    },
    units,
    streams,
  }
}

function unitsIn({ counts, receipt }: Counted): UnitsRead | null {
  const read = receipt["planned-units"]
  if (read === undefined) return null
  const { created, updated } = read
  const isAlone = Object.keys(receipt).length === 1
  const unchanged =
    read.unchanged ?? (isAlone ? counts.unchanged : Math.max(0, read.records - created - updated))
  return { circuits: created + updated + unchanged, created, updated, unchanged }
}
