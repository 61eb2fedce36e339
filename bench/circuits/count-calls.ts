/** What a simulator saw of a run: how many calls, and the pauses between them. */
export type Calls = {
  calls: number
  pauses: number
  /** Calls from one pause to the next; one number when it was always the same. */
  between: number[]
  /** Milliseconds, as the simulator sees it: from the call before a pause to the one after. */
  shortest: number | null
}

/** Counts calls, from the moments in milliseconds at which they came, and the gaps between them that are as long as a pause. */
export function countCalls(times: number[], pauseMs: number): Calls {
  const gaps = times.slice(1).map((time, at) => time - (times[at] ?? time))
  const pauses = gaps.flatMap((gap, at) => (pauseMs > 0 && gap >= pauseMs ? [{ gap, after: at + 1 }] : []))
  const between = pauses.map(({ after }, at) => after - (pauses[at - 1]?.after ?? 0))
  return {
    calls: times.length,
    pauses: pauses.length,
    between: [...new Set(between)],
    shortest: pauses.length === 0 ? null : Math.min(...pauses.map(({ gap }) => gap)),
  }
}
