import { draw, hex8, pick } from "@/simulators/random"

/** A thing as the registry has it, and what there is of it elsewhere. */
export type Thing = {
  name: string
  id: string
  type: string | null
  attributes: Record<string, string>
  version: number
  /** Whether Greengrass runs on it and has reported. */
  isCore: boolean
  /** Whether it has Greengrass's reserved shadow. */
  hasCoreShadow: boolean
  /** Drives whatever else is made up about it. */
  drawn: number
}

/** What makes a thing that is added by hand; the rest is made up. */
export type AddedThing = {
  name: string
  type?: string | null | undefined
  attributes?: Record<string, string> | undefined
  version?: number | undefined
  core?: boolean | undefined
  shadow?: boolean | undefined
}

const usualTypes = ["pump", "valve", "climate-sensor", "camera"] as const
const sites = ["lyon", "leeds", "graz", "turku", "porto"] as const
const makers = ["Aquila", "Borealis", "Cygnus"] as const

/** How many of a fleet are edge devices of each sort, and how far they stand apart in the list. */
export function shapeOf(devices: number, cores: number): { cores: number; others: number; step: number } {
  const wanted = Math.min(devices, cores)
  return { cores: wanted, others: Math.min(3, wanted), step: wanted === 0 ? 1 : Math.floor(devices / wanted) }
}

export type Shape = ReturnType<typeof shapeOf>

/** The thing with this number; the same for the same seed. Names rise with the number. */
export function makeThing(seed: number, index: number, shape: Shape): Thing {
  const drawn = draw(seed, index, 0)
  const [nth, place] = [Math.floor(index / shape.step), index % shape.step]
  const isCore = place === 0 && nth < shape.cores
  const hasCoreShadow = place === 1 && nth < shape.others
  const isBox = place === 2 && nth < shape.others
  const type = isCore
    ? "gateway"
    : isBox
      ? "edge-box"
      : drawn % 20 === 0
        ? null
        : pick(usualTypes, drawn >>> 4)
  return {
    name: `${type ?? "thing"}-${String(index + 1).padStart(6, "0")}`,
    id: makeUuid(seed, index),
    type,
    attributes: {
      site: pick(sites, drawn >>> 8),
      maker: pick(makers, drawn >>> 12),
      line: String((drawn >>> 16) % 8),
    },
    version: 1 + ((drawn >>> 20) % 5),
    isCore,
    hasCoreShadow,
    drawn,
  }
}

/** A thing somebody added; `number` keeps its id apart from all others. */
export function makeAddedThing(seed: number, number: number, given: AddedThing): Thing {
  const drawn = draw(seed, 1_000_000_000 + number, 0)
  return {
    name: given.name,
    id: makeUuid(seed, 1_000_000_000 + number),
    type: given.type === undefined ? pick(usualTypes, drawn) : given.type,
    attributes: given.attributes ?? { site: pick(sites, drawn >>> 8) },
    version: given.version ?? 1,
    isCore: given.core ?? false,
    hasCoreShadow: given.shadow ?? false,
    drawn,
  }
}

function makeUuid(seed: number, index: number): string {
  const low = hex8(draw(seed, index, 2))
  return `${hex8(draw(seed, index, 1))}-${low.slice(0, 4)}-4${low.slice(5)}-8${hex8(index).slice(5)}-${hex8(draw(seed, index, 3))}${hex8(index).slice(4)}`
}
