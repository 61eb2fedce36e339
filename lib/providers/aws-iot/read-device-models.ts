import type { Page } from "@/lib/domain/session"
import type { Api } from "./api"
import { listParts } from "./list-parts"
import { mapThingTypes } from "./map-thing-types"
import type { Tags } from "./open-tags"

/** Every thing type of the region, deprecated ones too, with their tags. A cursor is AWS's token. */
export async function* readDeviceModels(api: Api, tags: Tags, cursor: string | null): AsyncGenerator<Page> {
  for await (const part of listParts("thingTypes", (token) => api.listThingTypes({ token }), cursor)) {
    const page = { reply: part.json, tags: await tags.ofAll(part.items) }
    yield {
      ...mapThingTypes(page),
      raw: `{"reply":${part.text},"tags":${JSON.stringify(page.tags)}}`,
      json: page,
      ...api.takeCounts(),
      expectedTotal: null,
      cursor: part.token,
    }
  }
}
