import { z } from "zod"
import { openFaults } from "@/simulators/faults"
import { addigyFault } from "./faults"
import { changeableFields, openFleet } from "./open-fleet"
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
        agentId: z
          .string()
          .regex(/^[\w-]+$/)
          .optional(),
        name: z.string().optional(),
        model: z.string().optional(),
        user: z.string().nullable().optional(),
        policyId: z.string().nullable().optional(),
      }),
    )
    .optional(),
  change: z.strictObject({ count: z.number().int().min(1), field: z.enum(changeableFields) }).optional(),
  /** Replaces the faults that were on. */
  faults: z.array(addigyFault).optional(),
})
export type Command = z.input<typeof command>

/** `requests` counts by method and path, without queries. */
export type State = {
  devices: number
  seed: number
  requests: Record<string, number>
  faults: z.infer<typeof addigyFault>[]
}

/** Holds a simulator's world and changes it on command. */
export function openControl(
  options: { devices: number; seed: number } & Pick<World, "now" | "keys" | "credentials">,
) {
  const { now, keys, credentials } = options
  const world: World = { fleet: openFleet(options), faults: openFaults(), now, keys, credentials }
  let requests: Record<string, number> = {}

  function apply(input: Command): State {
    const wanted = command.parse(input)
    if (wanted.reset) {
      world.fleet = openFleet(options)
      world.faults.replace([])
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
