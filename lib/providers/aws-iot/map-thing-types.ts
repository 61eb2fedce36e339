import { deviceModelFields } from "@/lib/domain/device-model"
import type { Json } from "@/lib/domain/json"
import type { Reject, SourceRecord } from "@/lib/domain/session"
import { itemsIn } from "./list-parts"
import { type Mapped, mapEach } from "./map-each"
import { sayEdge } from "./open-tags"
import { readTime } from "./read-time"
import { rejectLong, rejectShape } from "./reject"
import { type ThingType, tag, thingType } from "./shapes"

/** A page of thing types with the tags of each, in the same order, as it is stored and mapped. */
export type ThingTypesPage = { reply: Json; tags: Json[][] }

const limits = {
  thingTypeName: deviceModelFields.shape.name.maxLength ?? Number.POSITIVE_INFINITY,
  description: deviceModelFields.shape.description.unwrap().maxLength ?? Number.POSITIVE_INFINITY,
}

/** Thing types as device models, known by name: AWS lets no two have one, and none be renamed. */
export function mapThingTypes({ reply, tags }: ThingTypesPage): Mapped {
  return mapEach(
    itemsIn(reply, "thingTypes").map((item, at) => ({ item, tags: tags[at] ?? [] })),
    ({ item, tags: own }) => mapThingType(item, own),
  )
}

function mapThingType(item: Json, tags: Json[]): SourceRecord | Reject {
  const { data, error } = thingType.safeParse(item)
  if (error) return rejectShape(item, { what: "thing type", idKey: "thingTypeName", error })
  const { length } = data.thingTypeName
  const limit = limits.thingTypeName
  if (length > limit) return rejectLong(item, "thingTypeName", { path: "thingTypeName", length, limit })
  return recordOf(data, tags)
}

function recordOf(type: ThingType, tags: Json[]): SourceRecord {
  const { thingTypeDescription: description } = type.thingTypeProperties ?? {}
  return {
    externalId: type.thingTypeName,
    sourceVersion: null,
    fields: {
      name: type.thingTypeName,
      kind: sayEdge(tags) ? "edge" : "standard",
      description: description ? description.slice(0, limits.description).toWellFormed() : null,
      deprecated: type.thingTypeMetadata?.deprecated === true,
    },
    attributes: attributesOf(type, tags),
    state: null,
  }
}

function attributesOf({ thingTypeArn, ...type }: ThingType, tags: Json[]): Record<string, Json> {
  const { searchableAttributes } = type.thingTypeProperties ?? {}
  const { creationDate, deprecationDate } = type.thingTypeMetadata ?? {}
  const known: Record<string, Json> = {
    thingTypeArn: thingTypeArn ?? null,
    searchableAttributes: searchableAttributes?.length ? searchableAttributes.toSorted() : null,
    createdAt: readTime(creationDate),
    deprecatedAt: readTime(deprecationDate),
    tags: tagsOf(tags),
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null))
}

function tagsOf(tags: Json[]): Json {
  const pairs = tags.flatMap((item) => {
    const { Key, Value } = tag.safeParse(item).data ?? {}
    return Key === undefined ? [] : [[Key, Value ?? ""] as const]
  })
  return pairs.length === 0 ? null : Object.fromEntries(pairs)
}
