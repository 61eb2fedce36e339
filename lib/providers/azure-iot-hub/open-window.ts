import type { Rate } from "@/lib/domain/rate"

/** Requests that arrive a little faster than they were sent must not fall into the minute before. Milliseconds. */
const margin = 500

/**
 * Lets no more requests through in any minute than a hub's tier allows in one, however the hub counts them, which nobody says
 * (§A.8 of the provider facts): a bucket alone gives away its burst and a minute's refill in the first minute. Takes the time of
 * a request and gives how long it has to wait, both in milliseconds.
 */
export function openWindow({ perSecond }: Rate): (at: number) => number {
  const most = Math.max(1, Math.floor(perSecond * 60))
  const turns: number[] = []
  return (at) => {
    const first = turns.length < most ? undefined : turns.shift()
    const next = first === undefined ? at : Math.max(at, first + 60_000 + margin)
    turns.push(next)
    return next - at
  }
}
