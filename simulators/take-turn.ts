/** A fault that is switched on, and how many of the requests that it is about it has seen. */
export type Active<F> = { fault: F; seen: number }

type Timed = { times?: number | undefined; after?: number | undefined; on?: string | undefined }

/** Whether a fault hits this request: of those that it is about, the first `after` pass, and then `times` are hit. Counts it. */
export function takeTurn(active: Active<Timed>, call: string): boolean {
  const { on, after = 0, times = Number.POSITIVE_INFINITY } = active.fault
  if (on !== undefined && on !== call) return false
  active.seen += 1
  return active.seen > after && active.seen <= after + times
}
