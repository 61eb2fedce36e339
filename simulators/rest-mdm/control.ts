import { z } from "zod"
import { changeableFields, openFleet } from "@/simulators/addigy/open-fleet"
import { openFaults } from "@/simulators/faults"
import { restFault } from "./faults"
import type { World } from "./world"

/** What can be done to a simulator while it runs. Applied in the order of the keys here; what is left out stays as it is. */
export const command = z.strictObject({
  /** The fleet as it was made, no faults, no counts. */
  reset: z.boolean().optional(),
  /** A new fleet of this size. */
  devices: z.number().int().min(0).max(10_000_000).optional(),
  seed: z.number().int().min(0).optional(),
  removeFirst: z.number().int().min(1).optional(),
  /** Serials. */
  remove: z.array(z.string()).optional(),
  add: z
    .array(
      z.strictObject({
        serial: z.string().min(1),
        agentId: z.string().optional(),
        name: z.string().optional(),
      }),
    )
    .optional(),
  change: z.strictObject({ count: z.number().int().min(1), field: z.enum(changeableFields) }).optional(),
  /** Replaces the faults that were on. */
  faults: z.array(restFault).optional(),
})
export type Command = z.input<typeof command>

/** `requests` counts by method and path, without queries. */
export type State = {
  devices: number
  seed: number
  requests: Record<string, number>
  faults: z.infer<typeof restFault>[]
}

/** Holds a simulator's world and changes it on command. */
export function openControl(options: { devices: number; seed: number; now: () => number }) {
  const world: World = {
    fleet: openFleet(options),
    faults: openFaults(),
    now: options.now,
    tokens: new Map(),
  }
  let requests: Record<string, number> = {}

  function apply(input: Command): State {
    const wanted = command.parse(input)
    if (wanted.reset) {
      world.fleet = openFleet(options)
      world.faults.replace([])
      world.tokens.clear()
      requests = {}
    }
    if (wanted.devices !== undefined || wanted.seed !== undefined)
      world.fleet = openFleet({
        devices: wanted.devices ?? world.fleet.size(),
        seed: wanted.seed ?? world.fleet.seed,
      })
    if (wanted.removeFirst !== undefined) world.fleet.removeFirst(wanted.removeFirst)
    if (wanted.remove !== undefined) world.fleet.removeSerials(wanted.remove)
    if (wanted.add !== undefined) world.fleet.add(wanted.add)
    if (wanted.change !== undefined) world.fleet.change(wanted.change.count, wanted.change.field)
    if (wanted.faults !== undefined) world.faults.replace(wanted.faults)
    return state()
  }

  function state(): State {
    const { fleet, faults } = world
    return { devices: fleet.size(), seed: fleet.seed, requests: { ...requests }, faults: faults.list() }
  }

  function count(request: string): void {
    requests[request] = (requests[request] ?? 0) + 1
  }

  return { world, apply, state, count }
}
