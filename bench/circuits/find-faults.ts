import type { Calls } from "./count-calls"

type Judged = Calls & { what: string; isPausing: boolean; seconds: number }
type Judging = {
  measured: Judged[]
  circuits: number
  /** So many calls come before each pause. */
  pause: { calls: number }
}

/** Runs of up to so many circuits without the pause take less than so many seconds. */
const most = { circuits: 20_000, seconds: 10 }

/** What is not as it has to be, in words: how long runs took, and how exactly the pause was kept to. None when all is. */
export function findFaults({ measured, circuits, pause }: Judging): string[] {
  return measured.flatMap((one) => {
    if (one.isPausing) return pauseFaults(one, pause.calls)
    const isSlow = circuits <= most.circuits && one.seconds >= most.seconds
    return isSlow
      ? [`${one.what}: took ${one.seconds.toFixed(2)} s, which has to be less than ${most.seconds} s.`]
      : []
  })
}

function pauseFaults({ what, calls, pauses, between }: Judged, every: number): string[] {
  // Before each call that follows a full number of them
  const due = Math.max(0, Math.ceil(calls / every) - 1)
  return [
    ...(pauses === due ? [] : [`${what}: ${pauses} pauses in ${calls} calls, where ${due} were due.`]),
    ...(between.every((count) => count === every)
      ? []
      : [`${what}: ${between.join(", ")} calls between pauses, where ${every} were due.`]),
  ]
}
