import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"
import { readText } from "@/lib/domain/read-value"
import type { Page } from "@/lib/domain/session"
import type { ListConfig } from "./config/config"
import { readExpected } from "./count"
import { cutInTexts } from "./cut-in-texts"
import { idOf } from "./map/map-item"
import { mapPage } from "./map/map-page"
import type { Api } from "./open-api"
import { type Next, nextPlace } from "./paging/next-place"
import { openMemory } from "./paging/open-memory"
import { cursorOf, type Place, placeOf, startOf } from "./paging/place"
import { readPath } from "./path/read-path"
import { type ListPage, readPage } from "./read-page"
import { redactPaths } from "./redact-paths"
import { shownItems } from "./shown-items"

/**
 * Every device of every list, page by page. Ends normally only when the service said, or its pages show, that this was all;
 * throws `bad_response` where pages repeat, `too_large` beyond the limits.
 */
export async function* readDevices(api: Api, cursor: string | null): AsyncGenerator<Page> {
  const { list: lists, limits } = api.config
  let bytes = 0
  let place: Place | null = placeOf(cursor)
  if (place.list >= lists.length) place = startOf(0, 0)
  while (place !== null) {
    const list: ListConfig | undefined = lists[place.list]
    if (list === undefined) return
    let after: Place | null = null
    for await (const read of readList(api, list, place)) {
      const { page, next }: ReadPage = read
      bytes += page.raw.length
      if (bytes > limits.total_mb * 1_000_000) throw tooMuch(api.line.host, limits.total_mb)
      after = next ?? followingList(place.list, page.expectedTotal, lists.length)
      yield { ...page, cursor: after === null ? null : cursorOf(after) }
    }
    place = after
  }
}

/** Later lists add to the total of those before, so that the largest one told is that of all. */
const followingList = (list: number, total: number | null, lists: number): Place | null =>
  list + 1 < lists ? startOf(list + 1, total ?? 0) : null

type ReadPage = { page: Omit<Page, "cursor">; next: Place | null }

async function* readList(api: Api, list: ListConfig, from: Place): AsyncGenerator<ReadPage> {
  const counted = await readExpected(api, list)
  let place = from
  const cameBefore = openMemory()
  const askedBefore = openMemory()
  askedBefore(String(from.at))
  let before: string[] = []
  let repeats = 0
  for (let number = 1; number <= list.pagination.max_pages; number++) {
    const { came, next, incomplete } = await readOn(api, list, place, before)
    const ids = came.items.map((item) => idOf(item, api.config))
    const isRepeat = ids.length > 0 && ids[0] === before[0]
    const isLap = !isRepeat && ids.length > 0 && cameBefore(JSON.stringify(ids))
    if (isRepeat && !came.said.ended) repeats = judgeRepeat({ api, list, ids, before, repeats })
    if (isLap && !came.said.ended && !list.pagination.may_repeat)
      throw bad(api, `Its pages go round in a circle: page ${number} is one that came before.`)
    const isEnd = next.kind !== "next" || repeats > 1 || isLap
    yield {
      page: pageOf(api, list, {
        ...came,
        isNew: !isRepeat && !isLap,
        expected: expectedOf(came, counted, place),
        incomplete,
      }),
      next: isEnd ? null : next.place,
    }
    if (isEnd) return
    if (next.place.at !== null && askedBefore(String(next.place.at)))
      throw bad(api, "It gives a next page that was read before, again and again.")
    before = ids
    place = next.place
  }
  throw bad(api, `The list has no end: ${list.pagination.max_pages.toLocaleString("en")} pages were read.`)
}

/** A page where nothing came although there is more is asked for once more: it may be a slip. */
async function readOn(
  api: Api,
  list: ListConfig,
  place: Place,
  before: string[],
): Promise<{ came: ListPage; next: Next; incomplete: string | null }> {
  const first = await readPage(api, list, place)
  const next = nextAfter(api, list, { place, came: first, before })
  if (next.kind !== "gap") return { came: first, next, incomplete: null }
  const again = await readPage(api, list, place)
  const came = { ...again, reply: { ...again.reply, retries: first.reply.retries + again.reply.retries + 1 } }
  const later = nextAfter(api, list, { place, came, before })
  const incomplete =
    later.kind === "gap"
      ? `${api.line.host} announced more devices than it sent: after ${place.seen} nothing came.`
      : null
  return { came, next: later, incomplete }
}

function nextAfter(
  api: Api,
  list: ListConfig,
  { place, came, before }: { place: Place; came: ListPage; before: string[] },
): Next {
  const known = new Set(before)
  const fresh = came.items.filter((item) => !known.has(idOf(item, api.config))).length
  const next = nextPlace(list.pagination, place, {
    count: came.items.length,
    fresh,
    lastId: lastIdOf(list, came.items, api.config.case_insensitive),
    said: came.said,
  })
  if (next.kind === "next" && next.place.at === "")
    throw bad(api, "The last device of a page has no id to go on from.")
  return next
}

function lastIdOf({ pagination }: ListConfig, items: Json[], ignoreCase: boolean): string | null {
  const last = items.at(-1)
  return pagination.style === "last_id" && last !== undefined
    ? readText(readPath(last, pagination.id, ignoreCase))
    : null
}

type Repeat = { api: Api; list: ListConfig; ids: string[]; before: string[]; repeats: number }

/** How often the page came again. Throws unless the service may ignore the paging. */
function judgeRepeat({ api, list, ids, before, repeats }: Repeat): number {
  const isSame = ids.length === before.length && ids.every((id, at) => id === before[at])
  if (list.pagination.may_repeat && isSame) return repeats + 1
  throw bad(api, "It sent the same devices for two pages, so the paging does not work as it is set.")
}

function expectedOf({ said }: ListPage, counted: number | null, { before }: Place): number | null {
  const total = said.total ?? counted
  return total === null ? null : before + total
}

type Came = ListPage & { isNew: boolean; expected: number | null; incomplete: string | null }

function pageOf(
  api: Api,
  list: ListConfig,
  { items, reply, isNew, expected, incomplete }: Came,
): ReadPage["page"] {
  const { text, json } = redactPaths(reply, api.config.redact)
  return {
    ...mapPage(isNew ? items : [], api.config, () => shownItems(reply, list, api.config)),
    raw: cutInTexts(text, api.inAddresses),
    json,
    stripped: reply.stripped,
    retries: reply.retries,
    expectedTotal: expected,
    ...(incomplete === null ? {} : { incomplete }),
  }
}

function bad({ line }: Api, what: string): ProviderError {
  return new ProviderError({
    code: "bad_response",
    message: `${line.host} does not give its devices page by page as expected. ${what} Nothing was removed. Check the paging in the settings.`,
  })
}

function tooMuch(host: string, megabytes: number): ProviderError {
  return new ProviderError({
    code: "too_large",
    message: `${host} sent more than ${megabytes} MB in all, the limit of this integration (limits.total_mb).`,
  })
}
