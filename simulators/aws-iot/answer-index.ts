import { z } from "zod"
import type { Reply } from "@/simulators/reply"
import { type Asked, parseJson } from "@/simulators/serve"
import { isConnected, movedAt } from "./moving"
import { ok, pageOf } from "./page"
import { refuse } from "./refuse"
import type { Route } from "./routes"
import type { World } from "./world"

const search = z.strictObject({
  indexName: z.literal("AWS_Things").optional(),
  queryString: z.string().min(1),
  nextToken: z.string().optional(),
  maxResults: z.number().int().min(1).max(100).optional(),
  queryVersion: z.string().optional(),
})

/** The fleet index. It knows who is connected if that is switched on, and no versions. */
export function answerIndex(world: World, { call }: Route, { body }: Asked): Reply {
  const { indexing, faults, fleet } = world
  if (call === "indexing")
    return ok({
      thingIndexingConfiguration: {
        thingIndexingMode: indexing ? "REGISTRY" : "OFF",
        thingConnectivityIndexingMode: indexing ? "STATUS" : "OFF",
      },
    })
  if (!indexing) return refuse(400, "The index AWS_Things does not exist")
  if (faults.find("index_not_ready"))
    return refuse(400, "AWS_Things is being built", "IndexNotReadyException")
  const wanted = search.safeParse(parseJson(body))
  if (!wanted.success) return refuse(400, z.prettifyError(wanted.error))
  const { queryString, nextToken, maxResults } = wanted.data
  if (queryString !== "thingName:*")
    return refuse(400, "This stand-in knows thingName:* alone", "InvalidQueryException")
  const query = new URLSearchParams({
    ...(nextToken === undefined ? {} : { nextToken }),
    ...(maxResults === undefined ? {} : { maxResults: String(maxResults) }),
  })
  const numbers = fleet.order()
  const part = pageOf(numbers.length, { query, most: 100, call: "search", isExpired: false })
  if ("status" in part) return part
  const things = [...numbers.subarray(part.from, part.to)].map((number) => {
    const thing = fleet.thingOf(number)
    return {
      thingName: thing.name,
      thingId: thing.id,
      thingTypeName: thing.type,
      attributes: thing.attributes,
      connectivity: { connected: isConnected(thing), timestamp: movedAt(world, thing) },
    }
  })
  return ok({ things, nextToken: part.token })
}
