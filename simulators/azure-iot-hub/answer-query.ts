import type { Json } from "@/lib/domain/json"
import type { Reply } from "@/simulators/reply"
import type { Asked } from "@/simulators/serve"
import { placeOf, tokenFor } from "./continuation"
import type { JsonObject } from "./device"
import { placeTwin } from "./place-twin"
import { holds, project } from "./query/evaluate"
import { parseQuery, type Query } from "./query/parse"
import { BadQuery } from "./query/tokenize"
import { refuseWith } from "./refuse"
import { moduleIdsOf, moduleTwinOf, twinOf } from "./twin"
import type { World } from "./world"

const longest = 8192

/** A twin by the device's number, and the module's id where it is one of a module. */
type Row = { number: number; moduleId: string | null }

/** `POST /devices/query`: as strict as it can be, so that what the real hub would not take is noticed. */
export function answerQuery(world: World, { headers, body }: Asked): Reply {
  const text = queryIn(body)
  if (text === null) return refuseWith("ArgumentInvalid", "The body must be an object with a query.")
  if (text.length > longest)
    return refuseWith("PreconditionFailed", `The query is longer than ${longest} characters.`)
  const size = Number(headers["x-ms-max-item-count"] ?? 100)
  if (!Number.isInteger(size) || size < 1)
    return refuseWith("ArgumentInvalid", "x-ms-max-item-count must be a positive number.")
  const token = headers["x-ms-continuation"]
  const from = token === undefined ? 0 : placeOf(String(token), text)
  if (from === null || (token !== undefined && world.expiresToken()))
    return refuseWith("ArgumentInvalid", "The continuation token is not valid for this query.")
  try {
    return answerParsed(world, parseQuery(text), { text, from, size })
  } catch (error) {
    if (error instanceof BadQuery) return refuseWith("ArgumentInvalid", `BadQuery: ${error.message}`)
    throw error
  }
}

function queryIn(body: string): string | null {
  try {
    const parsed: Json = JSON.parse(body)
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return null
    return typeof parsed.query === "string" && Object.keys(parsed).length === 1 ? parsed.query : null
  } catch {
    return null
  }
}

type Place = { text: string; from: number; size: number }

function answerParsed(world: World, query: Query, { text, from, size }: Place): Reply {
  const { faults, fleet } = world
  if (faults.find("no_module_in") !== null && /moduleId\s+IN/i.test(text))
    return refuseWith("ArgumentInvalid", "BadQuery: IN cannot be used on moduleId")
  const rows = rowsOf(world, query, text)
  if (query.select !== "*" && query.select.some(({ kind }) => kind === "count")) {
    const name = query.select.find((item) => item.kind === "count")?.as ?? "count"
    return listReply(world, [JSON.stringify({ [name]: rows.length })], "Raw", null)
  }
  const perPage = Math.min(size, 100, faults.find("small_pages")?.perPage ?? 100)
  const page = from / perPage + 1
  const to = Math.min(from + perPage, rows.length, query.top ?? rows.length)
  const isEmptied =
    query.from === "devices" && faults.findAll("empty_page").some((fault) => fault.page === page)
  const items: string[] = []
  for (let at = from; at < to && !isEmptied; at++) {
    const row = rows[at]
    if (row !== undefined) items.push(textOf(world, query, row, at))
  }
  const isStuck = faults.find("stuck_page") !== null && query.from === "devices"
  const next = isStuck
    ? tokenFor(text, 0)
    : to < Math.min(rows.length, query.top ?? rows.length)
      ? tokenFor(text, to)
      : null
  const shrinking = faults.find("shrinking")
  if (shrinking !== null && query.from === "devices") fleet.removeFirst(shrinking.count)
  return listReply(world, items, query.select === "*" ? "Twin" : "Raw", next)
}

function textOf(world: World, query: Query, row: Row, at: number): string {
  const twin = twinIn(world, row)
  if (query.select !== "*") return JSON.stringify(project(query.select, twin))
  return row.moduleId === null ? placeTwin(world, twin, at) : JSON.stringify(twin)
}

function listReply(world: World, items: string[], type: string, next: string | null): Reply {
  const body = Buffer.from(`[${items.join(",")}]`)
  world.messages += Math.max(1, Math.ceil(body.length / 4096))
  return {
    status: 200,
    body,
    headers: { "x-ms-item-type": type, ...(next === null ? {} : { "x-ms-continuation": next }) },
  }
}

function twinIn({ fleet }: World, { number, moduleId }: Row): JsonObject {
  const device = fleet.deviceOf(number)
  return moduleId === null ? twinOf(device) : moduleTwinOf(device, moduleId)
}

const kept = new WeakMap<World["fleet"], { key: string; rows: Row[] }>()

/** The rows of a query, kept while nothing changes and the same is asked. */
function rowsOf(world: World, query: Query, text: string): Row[] {
  const { fleet, faults } = world
  if (faults.find("empty_list") !== null) return []
  const key = JSON.stringify([text, fleet.revision(), faults.list()])
  const known = kept.get(fleet)
  if (known?.key === key) return known.rows
  const rows = withDuplicates(world, findRows(world, query))
  kept.set(fleet, { key, rows })
  return rows
}

function findRows(world: World, { from, where }: Query): Row[] {
  const { fleet, faults } = world
  const numbers = Array.from(fleet.order().subarray(faults.find("lagging")?.count ?? 0))
  const rows =
    from === "devices"
      ? numbers.map((number) => ({ number, moduleId: null }))
      : numbers.flatMap((number) =>
          moduleIdsOf(fleet.deviceOf(number)).map((moduleId) => ({ number, moduleId })),
        )
  const present =
    faults.find("no_edge_agents") === null ? rows : rows.filter(({ moduleId }) => !moduleId?.startsWith("$"))
  return where === null ? present : present.filter((row) => holds(where, twinIn(world, row)) === true)
}

/** The list with the last twins of each page again at the start of the next. */
function withDuplicates({ faults }: World, rows: Row[]): Row[] {
  const again = Math.min(faults.find("duplicates")?.count ?? 0, 99)
  if (again === 0) return rows
  const list: Row[] = []
  for (const row of rows) {
    if (list.length > 0 && list.length % 100 === 0) list.push(...list.slice(-again))
    list.push(row)
  }
  return list
}
