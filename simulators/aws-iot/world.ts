import type { Key } from "./check-signature"
import type { Deployment } from "./deployments"
import type { AwsFaults } from "./faults"
import type { Fleet } from "./open-fleet"
import type { ThingType } from "./types"

/** What all answers are made from. */
export type World = {
  region: string
  fleet: Fleet
  types: Map<string, ThingType>
  /** By target. */
  deployments: Map<string, Deployment>
  /** Whether the fleet index follows connections. */
  indexing: boolean
  faults: AwsFaults
  keys: Key[]
  now: () => number
  /** Lets a call pass, or not, where a quota is on. */
  passes: () => boolean
}
