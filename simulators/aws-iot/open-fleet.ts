import { type AddedThing, makeAddedThing, makeThing, shapeOf, type Thing } from "./fleet"

export type Fleet = ReturnType<typeof openFleet>
export type FleetOptions = { devices: number; cores: number; seed: number }

/**
 * A fleet of any size that is never held in memory: a thing is made from its number when it is asked for. Only what was removed,
 * added or changed by hand is remembered. Numbers below zero stand for added things.
 */
export function openFleet(options: FleetOptions) {
  const { devices, cores, seed } = options
  const shape = shapeOf(devices, cores)
  const removed = new Set<number>()
  const added: Thing[] = []
  const changed = new Map<number, Partial<Thing>>()
  let changes = 0
  let list: Int32Array | null = null
  let names: Map<string, number> | null = null

  const thingOf = (number: number): Thing => {
    const made = number >= 0 ? makeThing(seed, number, shape) : added[-number - 1]
    const thing = made ?? makeThing(seed, 0, shape)
    const change = changed.get(number)
    return change === undefined ? thing : { ...thing, ...change }
  }

  /** The numbers of all things, in the order of lists. */
  function order(): Int32Array {
    list ??= Int32Array.from(
      [...Array(devices).keys(), ...added.map((_, at) => -at - 1)].filter((number) => !removed.has(number)),
    )
    return list
  }

  /** Made when something is first looked up by name. */
  function numberOf(name: string): number | null {
    names ??= new Map([...order()].map((number) => [thingOf(number).name, number]))
    return names.get(name) ?? null
  }

  const moved = () => {
    list = null
    names = null
  }

  return {
    options,
    order,
    thingOf,
    find: (name: string): Thing | null => {
      const number = numberOf(name)
      return number === null ? null : thingOf(number)
    },
    size: () => order().length,
    /** Cores and things with the reserved shadow, without looking through all. */
    some: (isWanted: (thing: Thing) => boolean): Thing[] => {
      const near = [0, 1].flatMap((place) =>
        [...Array(shape.cores).keys()].map((nth) => nth * shape.step + place),
      )
      const numbers = new Set([...near, ...added.map((_, at) => -at - 1), ...changed.keys()])
      return [...numbers]
        .filter((number) => number < devices && !removed.has(number))
        .map(thingOf)
        .filter(isWanted)
    },
    removeFirst(count: number) {
      for (const number of order().subarray(0, count)) removed.add(number)
      moved()
    },
    remove(wanted: string[]) {
      for (const name of wanted) {
        const number = numberOf(name)
        if (number !== null) removed.add(number)
      }
      moved()
    },
    add(things: AddedThing[]) {
      for (const thing of things) added.push(makeAddedThing(seed, added.length, thing))
      moved()
    },
    /** Gives the first `count` things an attribute they did not have, and so a higher version. */
    changeFirst(count: number) {
      changes += 1
      for (const number of order().subarray(0, count)) {
        const { attributes, version } = thingOf(number)
        const moved = { attributes: { ...attributes, revision: String(changes) }, version: version + 1 }
        changed.set(number, { ...changed.get(number), ...moved })
      }
    },
    /** Changes what is said of one thing; its version rises unless one is given, or only what no version counts is changed. */
    change(name: string, change: Partial<Thing>) {
      const number = numberOf(name)
      if (number === null) return
      const { version } = thingOf(number)
      const counts = "attributes" in change || "type" in change
      changed.set(number, { ...changed.get(number), version: counts ? version + 1 : version, ...change })
    },
  }
}
