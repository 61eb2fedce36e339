import type { Reply } from "@/simulators/reply"
import { thingArn, typeArn } from "./arn"
import { listThings } from "./list-things"
import { ok, pageOf } from "./page"
import { refuse } from "./refuse"
import type { Route } from "./routes"
import { timeOf } from "./time-of"
import type { ThingType } from "./types"
import type { World } from "./world"

/** Things, thing types and their tags. */
export function answerRegistry(world: World, { call, name }: Route, query: URLSearchParams): Reply {
  switch (call) {
    case "devices":
      return listThings(world, query)
    case "describe-thing":
      return describeThing(world, name)
    case "types":
      return listTypes(world, query)
    case "describe-type":
      return describeType(world, name)
    default:
      return listTags(world, query)
  }
}

function describeThing({ fleet, region }: World, name: string): Reply {
  const thing = fleet.find(name)
  if (thing === null) return refuse(404, `Thing ${name} does not exist`)
  return ok({
    defaultClientId: name,
    thingName: name,
    thingId: thing.id,
    thingArn: thingArn(region, name),
    ...(thing.type === null ? {} : { thingTypeName: thing.type }),
    attributes: thing.attributes,
    version: thing.version,
  })
}

function listTypes(world: World, query: URLSearchParams): Reply {
  const types = [...world.types.values()]
  const isExpired = world.faults.find("expired_tokens") !== null
  const part = pageOf(types.length, { query, most: 250, call: "types", isExpired })
  if ("status" in part) return part
  const thingTypes = types.slice(part.from, part.to).map((type) => typeJson(world, type))
  return ok({ thingTypes, nextToken: part.token })
}

function describeType(world: World, name: string): Reply {
  const type = world.types.get(name)
  if (type === undefined) return refuse(404, `ThingType ${name} does not exist`)
  return ok({ ...typeJson(world, type), thingTypeId: `id-of-${name}` })
}

function typeJson(world: World, type: ThingType) {
  const { name, description, searchable, createdAt, deprecatedAt } = type
  return {
    thingTypeName: name,
    thingTypeArn: typeArn(world.region, name),
    thingTypeProperties: {
      ...(description === null ? {} : { thingTypeDescription: description }),
      searchableAttributes: searchable,
    },
    thingTypeMetadata: {
      deprecated: deprecatedAt !== null,
      ...(deprecatedAt === null ? {} : { deprecationDate: timeOf(world, deprecatedAt) }),
      creationDate: timeOf(world, createdAt),
    },
  }
}

/** One at once, so that nobody gets by without asking for the rest. */
function listTags(world: World, query: URLSearchParams): Reply {
  const arn = query.get("resourceArn") ?? ""
  const type = world.types.get(/:thingtype\/(.+)$/.exec(arn)?.[1] ?? "")
  if (type === undefined) return refuse(404, `Resource ${arn} does not exist`)
  if (query.has("maxResults")) return refuse(400, "maxResults is no parameter of ListTagsForResource")
  const tags = Object.entries(type.tags).map(([Key, Value]) => ({ Key, Value }))
  const part = pageOf(tags.length, { query, most: 1, call: "tags", isExpired: false })
  return "status" in part ? part : ok({ tags: tags.slice(part.from, part.to), nextToken: part.token })
}
