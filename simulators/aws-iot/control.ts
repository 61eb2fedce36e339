import { z } from "zod"
import { openFaults } from "@/simulators/faults"
import { makeDeployment, revise } from "./deployments"
import { awsFault } from "./faults"
import { type FleetOptions, openFleet } from "./open-fleet"
import { openQuota } from "./quota"
import { firstTypes, type } from "./types"
import type { World } from "./world"

const attributes = z.record(z.string(), z.string())
const name = z.string().min(1)

/** What can be done to a simulator while it runs. Applied in the order of the keys here; what is left out stays as it is. */
export const command = z.strictObject({
  /** Everything as it was made, no faults, no counts. */
  reset: z.boolean().optional(),
  /** A new fleet of this size. */
  devices: z.number().int().min(0).max(10_000_000).optional(),
  /** How many of them are Greengrass cores. */
  cores: z.number().int().min(0).optional(),
  seed: z.number().int().min(0).optional(),
  removeFirst: z.number().int().min(1).optional(),
  /** Names. */
  remove: z.array(name).optional(),
  add: z
    .array(
      z.strictObject({
        name,
        type: z.string().nullable().optional(),
        attributes: attributes.optional(),
        version: z.number().int().min(1).optional(),
        core: z.boolean().optional(),
        shadow: z.boolean().optional(),
      }),
    )
    .optional(),
  /** So many of the first things get another attribute. */
  change: z.number().int().min(1).optional(),
  /** Single things. What no version counts can be changed alone. */
  update: z
    .array(
      z.strictObject({
        name,
        attributes: attributes.optional(),
        type: z.string().nullable().optional(),
        version: z.number().int().min(1).optional(),
        isCore: z.boolean().optional(),
        hasCoreShadow: z.boolean().optional(),
      }),
    )
    .optional(),
  addTypes: z.array(z.strictObject({ name, description: z.string().nullable().default(null) })).optional(),
  removeTypes: z.array(name).optional(),
  deprecateTypes: z.array(name).optional(),
  /** Targets that are deployed to anew, by their ARN. */
  revise: z.array(name).optional(),
  removeDeployments: z.array(name).optional(),
  indexing: z.boolean().optional(),
  /** Lets so many milliseconds pass at once. */
  pass: z.number().int().min(1).optional(),
  /** Replaces the faults that were on. */
  faults: z.array(awsFault).optional(),
})
export type Command = z.input<typeof command>

/** `requests` counts by call, as faults name them; `other` counts what is none, or would write. */
export type State = {
  devices: number
  cores: number
  seed: number
  requests: Record<string, number>
  deployments: string[]
  faults: z.infer<typeof awsFault>[]
}

/** Holds a simulator's world and changes it on command. */
export function openControl(options: FleetOptions & Pick<World, "now" | "keys" | "region">) {
  const { keys, region } = options
  let passedMs = 0
  const now = () => options.now() + passedMs
  const world: World = {
    ...begin(options, region),
    indexing: false,
    faults: openFaults(),
    keys,
    now,
    region,
    passes: () => true,
  }
  world.passes = openQuota(world)
  let requests: Record<string, number> = {}

  function apply(input: Command): State {
    const wanted = command.parse(input)
    if (wanted.reset) {
      Object.assign(world, begin(options, region), { indexing: false, keys })
      world.faults.replace([])
      passedMs = 0
      requests = {}
    }
    if (wanted.devices !== undefined || wanted.cores !== undefined || wanted.seed !== undefined) {
      const { devices, cores, seed } = { ...world.fleet.options, ...given(wanted) }
      Object.assign(world, begin({ devices, cores, seed }, region))
    }
    changeThings(world, wanted)
    changeOthers(world, wanted)
    if (wanted.pass !== undefined) passedMs += wanted.pass
    if (wanted.indexing !== undefined) world.indexing = wanted.indexing
    if (wanted.faults !== undefined) world.faults.replace(wanted.faults)
    return state()
  }

  function state(): State {
    const { fleet, faults, deployments } = world
    return {
      devices: fleet.size(),
      cores: fleet.options.cores,
      seed: fleet.options.seed,
      requests: { ...requests },
      deployments: [...deployments.keys()],
      faults: faults.list(),
    }
  }

  function count(request: string): void {
    requests[request] = (requests[request] ?? 0) + 1
  }

  return { world, apply, state, count }
}

type Wanted = z.infer<typeof command>

const given = ({ devices, cores, seed }: Wanted): Partial<FleetOptions> => ({
  ...(devices === undefined ? {} : { devices }),
  ...(cores === undefined ? {} : { cores }),
  ...(seed === undefined ? {} : { seed }),
})

/** A fleet with its types, two groups that are deployed to, and each thing with the reserved shadow. */
function begin(options: FleetOptions, region: string): Pick<World, "fleet" | "types" | "deployments"> {
  const fleet = openFleet(options)
  const targets = [null, null, ...fleet.some(({ hasCoreShadow }) => hasCoreShadow).map((thing) => thing.name)]
  const deployments = targets.map((thing, at) => makeDeployment(options.seed, at, region, thing))
  return {
    fleet,
    types: new Map(firstTypes.map((one) => [one.name, one])),
    deployments: new Map(deployments.map((one) => [one.targetArn, one])),
  }
}

function changeThings({ fleet }: World, wanted: Wanted): void {
  if (wanted.removeFirst !== undefined) fleet.removeFirst(wanted.removeFirst)
  if (wanted.remove !== undefined) fleet.remove(wanted.remove)
  if (wanted.add !== undefined) fleet.add(wanted.add)
  if (wanted.change !== undefined) fleet.changeFirst(wanted.change)
  for (const { name: thing, ...change } of wanted.update ?? [])
    fleet.change(thing, Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)))
}

function changeOthers({ types, deployments, fleet, now }: World, wanted: Wanted): void {
  for (const added of wanted.addTypes ?? []) types.set(added.name, type(added.name, added.description))
  for (const removed of wanted.removeTypes ?? []) types.delete(removed)
  for (const ended of wanted.deprecateTypes ?? []) {
    const known = types.get(ended)
    if (known !== undefined) types.set(ended, { ...known, deprecatedAt: now() })
  }
  for (const [at, target] of (wanted.revise ?? []).entries()) {
    const known = deployments.get(target)
    if (known !== undefined) deployments.set(target, revise(fleet.options.seed, 500 + at, known))
  }
  for (const target of wanted.removeDeployments ?? []) deployments.delete(target)
}
