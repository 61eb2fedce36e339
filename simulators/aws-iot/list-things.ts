import type { Reply } from "@/simulators/reply"
import { thingArn } from "./arn"
import type { Thing } from "./fleet"
import { keyOf, ok, pageOf, writeToken } from "./page"
import type { World } from "./world"

const malformed = ["not a thing", null, { thingName: "half", version: "three" }, [], 42]

/** ListThings, with the faults that a list may have. There is no thingId in it, and no total. */
export function listThings(world: World, query: URLSearchParams): Reply {
  const { fleet, faults } = world
  const small = faults.find("small_pages")
  const asked = new URLSearchParams(query)
  if (small !== null) asked.set("maxResults", String(small.size))
  const size = Number(asked.get("maxResults") ?? 25)
  const numbers = faults.find("empty_list") ? new Int32Array() : withDuplicates(world, fleet.order(), size)
  const isExpired = faults.find("expired_tokens") !== null
  const part = pageOf(numbers.length, { query: asked, most: 250, usual: 25, call: "devices", isExpired })
  if ("status" in part) return part
  const isEmpty = faults.findAll("empty_page").some(({ page }) => page * size === part.from)
  const things = isEmpty
    ? []
    : [...numbers.subarray(part.from, part.to)].map((number, at) =>
        thingJson(world, fleet.thingOf(number), part.from + at),
      )
  const stuck = faults.find("stuck_token") ? writeToken(0, keyOf("devices", asked)) : part.token
  const shrinking = faults.find("shrinking")
  if (shrinking !== null) fleet.removeFirst(shrinking.count)
  return ok({ things, nextToken: stuck })
}

/** The list with the last things of each page again at the start of the next. */
function withDuplicates({ faults }: World, numbers: Int32Array, size: number): Int32Array {
  const again = Math.min(faults.find("duplicates")?.count ?? 0, size - 1)
  if (again === 0) return numbers
  const list: number[] = []
  for (const number of numbers) {
    if (list.length > 0 && list.length % size === 0) list.push(...list.slice(-again))
    list.push(number)
  }
  return Int32Array.from(list)
}

function thingJson({ region, faults }: World, thing: Thing, at: number): unknown {
  const hits = (fault: { count: number } | null): boolean => fault !== null && at < fault.count
  if (hits(faults.find("malformed"))) return malformed[at % malformed.length]
  const long = faults.find("long_name")
  const name = long !== null && at < long.count ? "x".repeat(long.length) : thing.name
  return {
    ...(hits(faults.find("no_name")) ? {} : { thingName: name }),
    ...(thing.type === null ? {} : { thingTypeName: thing.type }),
    thingArn: thingArn(region, name),
    attributes: hits(faults.find("nul"))
      ? { ...thing.attributes, site: "nul\u0000 in\u0000side" }
      : thing.attributes,
    version: thing.version,
    ...(faults.find("secrets") ? { privateKey: "SECRET" } : {}),
  }
}
