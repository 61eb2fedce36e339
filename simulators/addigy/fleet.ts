import { quoted } from "@/simulators/quoted"
import { draw, hex8, pick } from "@/simulators/random"
import { type Model, models } from "./models"

export type Policy = { id: string; name: string }

export const policies: readonly [Policy, ...Policy[]] = [
  { id: "77777777-0000-4000-8000-000000000001", name: "Head office" },
  { id: "77777777-0000-4000-8000-000000000002", name: "Field team" },
  { id: "77777777-0000-4000-8000-000000000003", name: "Warehouse" },
]

/** A device before it is written down in a dialect. `facts` replaces single facts, by identifier, with JSON text. */
export type Device = {
  agentId: string
  serial: string
  name: string
  model: Model
  user: string | null
  os: string
  build: string
  policy: Policy
  /** The same for devices of one model, version and policy, which share many facts; below zero for one that shares none. */
  kind: number
  /** Drives whatever else is made up about it. */
  drawn: number
  facts: Record<string, string> | null
}

/** What makes a device that is added by hand; the rest is made up. */
export type AddedDevice = {
  serial: string
  agentId?: string | undefined
  name?: string | undefined
  model?: string | undefined
  user?: string | null | undefined
  policyId?: string | null | undefined
}

const people = [
  "rivera",
  "okafor",
  "lindqvist",
  "tanaka",
  "moreau",
  "haddad",
  "novak",
  "silva",
  "kowalski",
  "mbeki",
] as const
const places = ["ops", "design", "sales", "lab", "desk", "studio", "dock", "front-desk"] as const
type Version = readonly [version: string, build: string]
const macOs: readonly [Version, ...Version[]] = [
  ["14.5", "23F79"],
  ["14.4.1", "23E224"],
  ["13.6.7", "22G720"],
  ["15.0", "24A335"],
]
const iOs: readonly [Version, ...Version[]] = [
  ["17.5.1", "21F90"],
  ["16.7.8", "20H343"],
  ["15.1", "19B74"],
]

/** The device with this number; the same for the same seed. Serials rise with the number. */
export function makeDevice(seed: number, index: number): Device {
  const drawn = draw(seed, index, 0)
  const model = pick(models, drawn >>> 4)
  const user = model.platform === "mac" && drawn % 16 > 0 ? pick(people, drawn >>> 8) : null
  const [os, build] = model.platform === "mac" ? pick(macOs, drawn >>> 12) : pick(iOs, drawn >>> 12)
  return {
    agentId: makeUuid(seed, index),
    serial: makeSerial(seed, index, drawn),
    name: `${pick(places, drawn >>> 16)}-${model.platform}-${index + 1}`,
    model,
    user,
    os,
    build,
    policy: pick(policies, drawn >>> 20),
    kind:
      (((drawn >>> 4) % models.length) * 16 + ((drawn >>> 12) % 12)) * 4 + ((drawn >>> 20) % policies.length),
    drawn,
    facts: null,
  }
}

/** A device somebody added, with made-up values where none are given. */
export function makeAddedDevice(seed: number, number: number, given: AddedDevice): Device {
  const made = makeDevice(seed, 1_000_000_000 + number)
  const policy = policies.find(({ id }) => id === given.policyId) ?? made.policy
  const user = given.user === undefined ? made.user : given.user
  const policyId = given.policyId || policy.id
  return {
    ...made,
    serial: given.serial,
    agentId: given.agentId ?? made.agentId,
    model: models.find(({ name }) => name === given.model) ?? made.model,
    policy: { ...policy, id: policyId },
    kind: -1,
    facts: {
      serial_number: quoted(given.serial),
      device_name: quoted(given.name ?? `added-${number}`),
      current_user: user === null ? "null" : quoted(user),
      policy_id: quoted(policyId),
      policy_ids: `[${quoted(policyId)}]`,
    },
  }
}

function makeUuid(seed: number, index: number): string {
  const low = hex8(draw(seed, index, 2))
  return `${hex8(draw(seed, index, 1))}-${low.slice(0, 4)}-4${low.slice(5)}-8${hex8(index).slice(5)}-${hex8(draw(seed, index, 3))}${hex8(index).slice(4)}`
}

/** Twelve characters: two of the seed, six that count, three drawn. */
function makeSerial(seed: number, index: number, drawn: number): string {
  const of = (value: number, length: number) =>
    value.toString(36).toUpperCase().padStart(length, "0").slice(-length)
  return `C${of(seed, 2)}${of(index, 6)}${of(drawn, 3)}`
}
