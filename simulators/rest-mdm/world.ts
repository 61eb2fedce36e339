import { z } from "zod"
import type { Device } from "@/simulators/addigy/fleet"
import type { Fleet } from "@/simulators/addigy/open-fleet"
import type { RestFaults } from "./faults"

/** What every dialect answers from. `tokens` that were given out, with how many lists each has served. */
export type World = { fleet: Fleet; faults: RestFaults; now: () => number; tokens: Map<string, number> }

/** A device before it is written down in a dialect. */
export type Seen = {
  /** A number that stays with it, from 1 on. */
  id: number | null
  uuid: string | null
  serial: string | null
  name: string
  model: string
  identifier: string
  platform: "mac" | "ipad" | "iphone" | "tv"
  user: string | null
  os: string
  /** Milliseconds since 1970. */
  lastSeen: number
  online: boolean
  drawn: number
}

/** A place of the list: the device's number, and where it stands among all, which decides what faults hit it. */
type Entry = { number: number; at: number }

type Choice = (device: Device) => boolean
const everything: Choice = () => true

/** Lists by the order they are of, which is another one after each change, and by what is wanted of them. */
const made = new WeakMap<Int32Array, Map<Choice, Entry[]>>()

/**
 * The list in its order, of all devices or of those that are `wanted`, which may look only at what never changes of a device: a
 * list is made once, for all of its pages.
 */
export function listOf({ fleet, faults }: World, wanted: Choice = everything): Entry[] {
  if (faults.find("empty_list")) return []
  const order = fleet.order(null)
  const lists = made.get(order) ?? new Map<Choice, Entry[]>()
  const known = lists.get(wanted)
  if (known !== undefined) return known
  const all = Array.from(order, (number, at) => ({ number, at }))
  const list = wanted === everything ? all : all.filter(({ number }) => wanted(fleet.deviceOf(number)))
  made.set(order, lists.set(wanted, list))
  return list
}

/** A page of the list. `more`: whether anything follows it. */
export type Sliced = {
  items: (Seen | string)[]
  from: number
  to: number
  total: number
  /** How many pages there are, with what comes twice. */
  pages: number
  more: boolean
}

/** Which page: from a device on, or by its number; both count from 0. */
type Wanted = { size: number } & ({ from: number } | { page: number })

/** Takes a page out of the list, with the faults that are on. */
export function slice(world: World, list: Entry[], wanted: Wanted): Sliced {
  const { faults, fleet } = world
  const perPage = Math.min(wanted.size, faults.find("small_pages")?.perPage ?? wanted.size)
  const from = "from" in wanted ? wanted.from : wanted.page * perPage
  const again = from === 0 ? 0 : Math.min(faults.find("duplicates")?.count ?? 0, perPage - 1)
  const start = faults.find("stuck_page") ? 0 : from - again
  const isEmpty = faults.findAll("empty_page").some(({ at }) => at === from)
  const to = isEmpty ? start : Math.min(start + perPage, list.length)
  const items = list.slice(start, to).map((entry) => seenAt(world, entry))
  const total = list.length + (faults.find("wrong_total")?.by ?? 0)
  const shrinking = faults.find("shrinking")
  if (shrinking) fleet.removeFirst(shrinking.count)
  const pages = Math.ceil((list.length + (faults.find("duplicates")?.count ?? 0)) / perPage)
  return { items, from: start, to, total, pages, more: to < list.length }
}

/** The device at a place, with the faults that its place brings; a text stands for itself, malformed as it is. */
function seenAt({ fleet, faults, now }: World, { number, at }: Entry): Seen | string {
  const seen = look(fleet.deviceOf(number), number, now())
  const hits = (fault: { count: number } | null): boolean => fault !== null && at < fault.count
  if (hits(faults.find("malformed"))) return malformed[at % malformed.length] ?? "null"
  const long = faults.find("long_name")
  if (hits(faults.find("no_serial"))) seen.serial = null
  if (hits(faults.find("no_id"))) Object.assign(seen, { id: null, uuid: null })
  if (long !== null && at < long.count) seen.name = "x".repeat(long.length)
  if (hits(faults.find("nul"))) seen.name = "nul\0 in\0side"
  return seen
}

const malformed = ['"not a device"', "null", '{"half":true}', "[]", "42"]

const text = z.string().nullable()

function look(device: Device, number: number, now: number): Seen {
  const { facts, drawn, model } = device
  const changed = (id: string, usual: string | null) =>
    facts?.[id] === undefined ? usual : text.parse(JSON.parse(facts[id]))
  const online = drawn % 5 < 3
  const seenAt = changed("last_online", null)
  return {
    id: number >= 0 ? number + 1 : 1_000_000_000 - number,
    uuid: device.agentId,
    serial: changed("serial_number", device.serial),
    name: changed("device_name", device.name) ?? "",
    model: changed("device_model_name", model.name) ?? "",
    identifier: model.identifier,
    platform: model.platform,
    user: changed("current_user", device.user),
    os: changed("os_version", device.os) ?? "",
    lastSeen:
      seenAt === null ? now - (online ? 60_000 : (1 + (drawn % 90)) * 86_400_000) : Date.parse(seenAt),
    online,
    drawn,
  }
}

/** What a device carries that nobody may keep, while that fault is on. */
export const secretsOf = ({ faults }: World): Record<string, string> =>
  faults.find("secrets")
    ? {
        filevault_recovery_key: "SECRET-AAAA-BBBB",
        firmware_password: "SECRET-firmware",
        recovery_lock_password: "SECRET-lock",
        activation_bypass_code: "SECRET-bypass",
      }
    : {}

/** A reply's text: `envelope` with the devices, as they are written in the dialect, in the place of `items`. */
export function written(
  envelope: (items: string) => unknown,
  items: (Seen | string)[],
  write: (device: Seen) => unknown,
): string {
  const texts = items.map((item) => (typeof item === "string" ? item : JSON.stringify(write(item))))
  return JSON.stringify(envelope(here)).replace(JSON.stringify(here), () => `[${texts.join(",")}]`)
}

const here = "@@ the devices stand here @@"
