import type { Page } from "@/lib/domain/session"
import type { Api } from "./api"
import { chooseShadows } from "./choose-shadows"
import { findEvidence } from "./find-evidence"
import { listParts } from "./list-parts"
import { mapThings } from "./map-things"
import type { Tags } from "./open-tags"
import { readSurroundings } from "./surroundings"

/**
 * Every thing of the region, page by page, cores with what runs on them. Ends normally only when AWS said that this was all.
 * Memory holds a few pages of things, and the short lists around them.
 */
export async function* readDevices(api: Api, tags: Tags, cursor: string | null): AsyncGenerator<Page> {
  const from = readCursor(cursor)
  const around = await readSurroundings(api, tags)
  const list = listParts("things", (token) => api.listThings({ token }), from.token)
  const { parts, asksEvery } = await chooseShadows(list, from.asksEvery ?? api.settings.edgeShadows)
  for await (const { json: reply, text, items, token } of parts) {
    const { evidence, undecided, failed } = await findEvidence(items, { api, around, asksEvery })
    const page = { reply, evidence, undecided }
    const incomplete = failed ?? around.unindexed
    yield {
      ...mapThings(page),
      raw: `{"reply":${text},"evidence":${JSON.stringify(evidence)},"undecided":${JSON.stringify(undecided)}}`,
      json: page,
      ...api.takeCounts(),
      expectedTotal: null, // ListThings tells none
      cursor: token === null ? null : `${asksEvery ? "every" : "targets"} ${token}`,
      ...(incomplete === null ? {} : { incomplete }),
    }
  }
}

/** What was chosen for the first pages holds for the rest, so that one read judges all things alike. */
function readCursor(cursor: string | null): { token: string | null; asksEvery: "every" | "targets" | null } {
  const [, asksEvery, token] = /^(every|targets) (.+)$/s.exec(cursor ?? "") ?? []
  if (token === undefined) return { token: null, asksEvery: null }
  return { token, asksEvery: asksEvery === "every" ? "every" : "targets" }
}
