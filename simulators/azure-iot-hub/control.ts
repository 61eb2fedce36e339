import { z } from "zod"
import { json } from "@/lib/domain/json"
import { openFaults } from "@/simulators/faults"
import { kinds, type Mix } from "./device"
import { hubFault } from "./faults"
import { changes, openFleet } from "./open-fleet"
import { openThrottle } from "./open-throttle"
import type { World } from "./world"

const every = z.number().int().min(0)
const properties = z.record(z.string(), json)

/** What can be done to a hub while it runs. Applied in the order of the keys here; what is left out stays as it is. */
export const command = z.strictObject({
  /** The fleet as it was made, no faults, no throttle, no counts. */
  reset: z.boolean().optional(),
  /** A new fleet of this size. */
  devices: every.max(10_000_000).optional(),
  seed: every.optional(),
  mix: z
    .strictObject({ edgeEvery: every, concentratorEvery: every, modulesPerEdge: every })
    .partial()
    .optional(),
  removeFirst: every.min(1).optional(),
  remove: z.array(z.string()).optional(),
  add: z
    .array(
      z.strictObject({
        deviceId: z.string().min(1).max(128),
        kind: z.enum(kinds).optional(),
        tags: properties.optional(),
        desired: properties.optional(),
      }),
    )
    .optional(),
  change: z
    .strictObject({ count: every.min(1), field: z.enum(changes), of: z.enum(kinds).optional() })
    .optional(),
  /** Replaces the faults that were on. */
  faults: z.array(hubFault).optional(),
  throttle: z
    .strictObject({ perMinute: z.number().min(1), burst: z.number().min(1) })
    .nullable()
    .optional(),
})
export type Command = z.input<typeof command>

/** `requests` counts by method and path, without queries; `calls` by what they ask for. */
export type State = {
  devices: number
  seed: number
  requests: Record<string, number>
  calls: Record<string, number>
  messages: number
  faults: z.infer<typeof hubFault>[]
}

const usualMix: Mix = { edgeEvery: 10, concentratorEvery: 12, modulesPerEdge: 3 }

/** Holds a hub's world and changes it on command. */
export function openControl(options: { devices: number; seed: number; now: () => number }) {
  const { now } = options
  let expired = 0
  const world: World = {
    fleet: openFleet({ ...options, mix: usualMix }),
    faults: openFaults(),
    throttle: null,
    now,
    messages: 0,
    refuseQuery: openThrottle(),
    expiresToken: () => {
      const fault = world.faults.find("expired_token")
      if (fault === null || expired >= fault.count) return false
      expired += 1
      return true
    },
  }
  let requests: Record<string, number> = {}
  let calls: Record<string, number> = {}

  function apply(input: Command): State {
    const wanted = command.parse(input)
    if (wanted.reset) {
      world.fleet = openFleet({ ...options, mix: usualMix })
      world.faults.replace([])
      world.throttle = null
      world.messages = 0
      requests = {}
      calls = {}
    }
    if (wanted.devices !== undefined || wanted.seed !== undefined || wanted.mix !== undefined)
      world.fleet = openFleet({
        devices: wanted.devices ?? world.fleet.size(),
        seed: wanted.seed ?? world.fleet.seed,
        mix: mixOf(world.fleet.mix, wanted.mix),
      })
    if (wanted.removeFirst !== undefined) world.fleet.removeFirst(wanted.removeFirst)
    if (wanted.remove !== undefined) world.fleet.remove(wanted.remove)
    if (wanted.add !== undefined) world.fleet.add(wanted.add)
    if (wanted.change !== undefined) world.fleet.change(wanted.change)
    if (wanted.faults !== undefined) {
      world.faults.replace(wanted.faults)
      expired = 0
    }
    if (wanted.throttle !== undefined) world.throttle = wanted.throttle
    return state()
  }

  function state(): State {
    const { fleet, faults, messages } = world
    return {
      devices: fleet.size(),
      seed: fleet.seed,
      requests: { ...requests },
      calls: { ...calls },
      messages,
      faults: faults.list(),
    }
  }

  function count(request: string, call: string): void {
    requests[request] = (requests[request] ?? 0) + 1
    calls[call] = (calls[call] ?? 0) + 1
  }

  return { world, apply, state, count }
}

function mixOf(mix: Mix, given: z.infer<typeof command>["mix"] = {}): Mix {
  const {
    edgeEvery = mix.edgeEvery,
    concentratorEvery = mix.concentratorEvery,
    modulesPerEdge = mix.modulesPerEdge,
  } = given
  return { edgeEvery, concentratorEvery, modulesPerEdge }
}
