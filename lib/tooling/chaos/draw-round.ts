import type { Command } from "@/simulators/addigy/control"

/** One thing that happens, so many milliseconds into its round. `source` is the number of an integration. */
export type Event = { at: number } & (
  | { kind: "trigger"; source: number; times: number }
  | { kind: "cancel"; source: number }
  | { kind: "clock"; source: number; minutes: number }
  | { kind: "fleet"; source: number; command: Command }
  | { kind: "toggle"; source: number; device: number }
  | { kind: "faults"; source: number; faults: NonNullable<Command["faults"]> }
  | { kind: "kill"; worker: number }
  | { kind: "restart" }
)

/** How long things happen in a round, in milliseconds. */
export const roundMs = 2500

/** What happens in one round: the same for the same seed and round, whatever happened before. */
export function drawRound(seed: number, round: number, sources: number): Event[] {
  const random = openRandom(seed * 100_003 + round)
  const below = (limit: number) => Math.floor(random() * limit)
  const at = () => below(roundMs)
  const events: Event[] = []
  for (let source = 0; source < sources; source++) {
    // A provider that takes its time in small portions, so that most of what follows happens to a run in hand
    const small = { kind: "small_pages", perPage: 10 + below(40) } as const
    const slow = { kind: "slow", ms: 100 + below(300) } as const
    if (random() < 0.7)
      events.push({ at: 0, kind: "faults", source, faults: random() < 0.6 ? [small, slow] : [slow] })
    for (const _ of many(1 + below(3)))
      events.push({ at: at(), kind: "trigger", source, times: 1 + below(3) })
    for (const _ of many(below(3)))
      events.push({ at: at(), kind: "fleet", source, command: drawChange(below) })
    for (const _ of many(below(3))) events.push({ at: at(), kind: "toggle", source, device: below(6) })
    if (random() < 0.5) events.push({ at: at(), kind: "faults", source, faults: drawFaults(below) })
    if (random() < 0.25) events.push({ at: at(), kind: "faults", source, faults: [] })
    if (random() < 0.2) events.push({ at: at(), kind: "cancel", source })
    if (random() < 0.4) events.push({ at: at(), kind: "clock", source, minutes: below(2) === 0 ? -90 : 90 })
  }
  for (const worker of [0, 1]) if (random() < 0.5) events.push({ at: at(), kind: "kill", worker })
  if (random() < 0.25) events.push({ at: at(), kind: "restart" })
  return events.sort((a, b) => a.at - b.at)
}

type Below = (limit: number) => number

/** Mostly a few devices; now and then so many that their removal must be held. */
function drawChange(below: Below): Command {
  const fields = ["device_name", "current_user", "os_version", "device_model_name"] as const
  switch (below(8)) {
    case 0:
      return { removeFirst: 1 + below(3) }
    case 1:
      return { removeFirst: 1 + below(45) }
    default:
      return { change: { count: 1 + below(5), field: fields[below(fields.length)] ?? "device_name" } }
  }
}

function drawFaults(below: Below): NonNullable<Command["faults"]> {
  const times = 1 + below(5)
  const after = below(3)
  const one = (): NonNullable<Command["faults"]>[number] => {
    switch (below(17)) {
      case 0:
        return { kind: "status", status: 500, times, after }
      case 1:
        return { kind: "status", status: 503, after }
      case 2:
        return {
          kind: "status",
          status: 429,
          retryAfter: 1,
          times: 1 + below(2),
          after,
          asDate: below(2) === 0,
        }
      case 3:
        return { kind: "cut", times, after }
      case 4:
        return { kind: "truncated", times, after }
      case 5:
        return { kind: "html", times, after }
      case 6:
        return { kind: "slow", ms: 200 + below(500), after }
      case 7:
        return { kind: "empty_list" }
      case 8:
        return { kind: "empty_page", page: 1 + below(3) }
      case 9:
        return { kind: "shrinking", count: 1 + below(2) }
      case 10:
        return { kind: "malformed", count: 1 + below(4) }
      case 11:
        return { kind: "no_agentid", count: 1 + below(3) }
      case 12:
        return { kind: "no_serial", count: 1 + below(3) }
      case 13:
        return { kind: "duplicates", count: 1 + below(5) }
      case 14:
        return { kind: "wrong_total", by: below(2) === 0 ? 5 : -5 }
      case 15:
        return { kind: "stuck_page", honest: below(2) === 0 }
      default:
        return { kind: "status", status: 401, times, after }
    }
  }
  return below(3) === 0 ? [one(), one()] : [one()]
}

const many = (count: number): number[] => Array.from({ length: count }, (_, at) => at)

/** Numbers in [0, 1), always the same for the same seed (mulberry32). */
function openRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}
