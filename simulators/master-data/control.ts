import { z } from "zod"
import { openFaults, transportFault } from "@/simulators/faults"
import { makeIsoCodes, makeItems, type World } from "./world"

const times = {
  times: z.number().int().min(1).optional(),
  after: z.number().int().min(0).optional(),
}

/** What the list itself can have, beside what happens to any request. */
const listFault = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("empty"), ...times }),
  /** This many entries at the start lack what they need. */
  z.strictObject({ kind: z.literal("malformed"), count: z.number().int().min(1), ...times }),
  /** The first entries come once more at the end, under other ids. */
  z.strictObject({ kind: z.literal("duplicates"), count: z.number().int().min(1), ...times }),
  /** Tokens that were given out are refused from now on; new ones are not. */
  z.strictObject({ kind: z.literal("revoked_tokens"), ...times }),
])
export type MasterDataFault = z.infer<typeof listFault>

const entry = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

/** What can be done to it while it runs, in the order of the keys. What is left out stays as it is. */
export const command = z.strictObject({
  reset: z.boolean().optional(),
  /** A new list of so many entries. */
  count: z.number().int().min(0).max(1_000_000).optional(),
  items: z.array(entry).optional(),
  isoCodes: z.array(entry).optional(),
  removeFirst: z.number().int().min(1).optional(),
  form: z.enum(["array", "object"]).optional(),
  /** Replaces the faults that were on. */
  faults: z.array(z.union([listFault, transportFault])).optional(),
})
export type Command = z.input<typeof command>

export type State = { items: number; isoCodes: number; form: World["form"]; requests: Record<string, number> }

/** Holds the service's lists and changes them on command. */
export function openControl(options: { count: number; seed: number; now: () => number }) {
  const { count, seed, now } = options
  const world: World = {
    items: makeItems(count, seed),
    isoCodes: makeIsoCodes(),
    form: "array",
    tokens: new Map(),
    faults: openFaults(),
    now,
  }
  let requests: Record<string, number> = {}

  function apply(input: Command): State {
    const wanted = command.parse(input)
    if (wanted.reset === true) {
      Object.assign(world, { items: makeItems(count, seed), isoCodes: makeIsoCodes(), form: "array" })
      world.faults.replace([])
      requests = {}
    }
    if (wanted.count !== undefined) world.items = makeItems(wanted.count, seed)
    if (wanted.items !== undefined) world.items = wanted.items
    if (wanted.isoCodes !== undefined) world.isoCodes = wanted.isoCodes
    if (wanted.removeFirst !== undefined) world.items = world.items.slice(wanted.removeFirst)
    if (wanted.form !== undefined) world.form = wanted.form
    if (wanted.faults !== undefined) {
      world.faults.replace(wanted.faults)
      if (world.faults.find("revoked_tokens") !== null) world.tokens.clear()
    }
    return state()
  }

  const state = (): State => ({
    items: world.items.length,
    isoCodes: world.isoCodes.length,
    form: world.form,
    requests: { ...requests },
  })

  const countRequest = (request: string): void => {
    requests[request] = (requests[request] ?? 0) + 1
  }

  return { world, apply, state, count: countRequest }
}
