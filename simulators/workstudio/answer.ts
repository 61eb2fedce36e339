import { z } from "zod"
import type { Reply } from "@/simulators/reply"
import { type Asked, parseJson } from "@/simulators/serve"
import { refuse } from "./refuse"
import { viewData } from "./view-data"
import { views, type World } from "./world"

/** What the server takes for GETVIEWDATA, to the letter. */
const viewRequest = z.strictObject({
  Protocol: z.literal("GETVIEWDATA"),
  ViewDefinitionGuid: z.string().regex(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/),
  ViewFilter: z.strictObject({
    ClassName: z.literal("TViewFilter"),
    FilterName: z.string().min(1),
    FilterValue: z.string(),
    FilterCaption: z.string(),
    PersistFilter: z.boolean(),
  }),
  ResultFormat: z.literal("DDOTable"),
})

/** The protocol that a path names, upper case; null for one that is not under the protocols' folder. */
export function protocolIn(path: string): string | null {
  const match = /^\/ddoprotocol\/([a-z]+)$/i.exec(path)
  return match?.[1]?.toUpperCase() ?? null
}

export function answer(world: World, asked: Asked): Reply {
  const protocol = protocolIn(asked.url.pathname)
  if (world.faults.find("down")) return refuse(503)
  // The front door is a web page for people, and wants them to sign in
  if (protocol === null) return asked.url.pathname === "/" ? refuse(401) : refuse(404)
  if (protocol === "GETECHO") return json({ Protocol: "OK" })
  if (asked.method !== "POST") return refuse(405)
  const user = userOf(world, asked.headers.authorization)
  if (user === null) return refuse(401)
  world.callers.push(user)
  switch (protocol) {
    case "HEARTBEAT":
      return world.faults.find("no_heartbeat") ? refuse(404) : shown(world, { protocol: "OK" })
    case "GETVIEWDATA":
      if (world.barred.has(user)) return refuse(403)
      return shown(world, answerView(world, asked.body))
    default:
      return shown(world, failed("Server received an invalid protocol"))
  }
}

function answerView(world: World, body: string): object {
  const { success, data, error } = viewRequest.safeParse(parseJson(body))
  if (!success) return failed(`Invalid request: ${z.prettifyError(error)}`)
  const { ViewDefinitionGuid: guid, ViewFilter: filter } = data
  const fault = struckBy(world, filter.FilterValue)
  if (fault !== null) return failed(fault)
  const view = Object.values(views).find((one) => one.guid === guid)
  if (view === undefined) return failed(`View definition ${guid} was not found`)
  if (filter.FilterName !== view.filterName) return failed(`Filter ${filter.FilterName} was not found`)
  if (world.faults.find("no_dataset")) return { Protocol: "DATASET" }
  const table = viewData(world, guid, filter.FilterValue)
  return {
    Protocol: "DATASET",
    DataSet: { Heading: table?.headings, Data: table?.rows },
    SQL: "select SS.JOBGUID from SS where 1=1",
    ColumnGroup: { Guid: guid, Caption: "Columns", ColumnList: [] },
  }
}

/** The message of the first fault that asks for an ERROR now. */
function struckBy({ faults, worn }: World, value: string): string | null {
  for (const [at, fault] of faults.findAll("error_200").entries()) {
    if (fault.value !== undefined && fault.value !== value) continue
    const hits = worn.get(`error_200:${at}`) ?? 0
    if (hits >= (fault.times ?? Number.POSITIVE_INFINITY)) continue
    worn.set(`error_200:${at}`, hits + 1)
    return fault.message ?? "Server received an invalid protocol"
  }
  return null
}

const failed = (errorMessage: string) => ({ Protocol: "ERROR", errorMessage })

/** Whose name and password a header holds; null for anybody else. Without its domain a user is nobody. */
function userOf({ users, refused }: World, authorization = ""): string | null {
  const [scheme, packed = ""] = authorization.split(" ")
  if (scheme !== "Basic") return null
  const text = Buffer.from(packed, "base64").toString("utf8")
  const user = users.find(({ username, password }) => text === `${username}:${password}`)
  return user === undefined || refused.has(user.username) ? null : user.username
}

function shown(world: World, reply: object): Reply {
  return json(
    world.faults.find("shuffled_case") ? shuffled(reply) : reply,
    world.faults.find("control_characters") !== null,
  )
}

/** With `raw`, control characters stand in the texts as they are, where JSON has no place for them. */
function json(reply: object, raw = false): Reply {
  const text = JSON.stringify(reply)
  const body = raw ? text.replaceAll("\\u0001", "\u0001").replaceAll("\\t", "\t") : text
  return { status: 200, body }
}

/** Names of properties in lower and upper case by turns. */
function shuffled(value: unknown, depth = 0): object {
  return Object.fromEntries(
    Object.entries(z.record(z.string(), z.unknown()).parse(value)).map(([key, inner]) => [
      depth % 2 === 0 ? key.toLowerCase() : key.toUpperCase(),
      z.looseObject({}).safeParse(inner).success ? shuffled(inner, depth + 1) : inner,
    ]),
  )
}
