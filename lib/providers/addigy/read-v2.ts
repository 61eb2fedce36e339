import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"
import type { Page } from "@/lib/domain/session"
import { type Addigy, perPage, type SearchReply } from "./api"
import { mapPage } from "./map-page"
import { assertPolicyExists } from "./policy"

/** Ten million devices: an end, should a list never come to one. */
const mostPages = 100_000

/**
 * Reads v2's device search page by page; a cursor is the number of the next page. Ends when Addigy's own page count is reached
 * or nothing more comes; throws `bad_response` rather than end where pages repeat or one is missing in the middle.
 */
export async function* readV2(addigy: Addigy, cursor: string | null): AsyncGenerator<Page> {
  const { policyId } = addigy.settings
  const first = readCursor(cursor)
  // After a resume nobody knows whether the pages before held any
  let found = first > 1 ? 1 : 0
  let before: SearchReply | null = null
  let gap: number | null = null
  for (let number = first; number <= mostPages; number++) {
    const reply = await searchTwiceIfEmpty(addigy, number)
    assertAdvanced(reply, { number, before })
    if (gap !== null && reply.items.length > 0) throw missingPage(gap, number)
    const isLast = endsHere(reply, number) || (gap !== null && reply.items.length === 0)
    if (isGap(reply, number)) gap = number
    const page = mapPage(reply.items, addigy.settings)
    found += page.records.length + page.rejects.length
    if (isLast && found === 0 && policyId !== null) await assertPolicyExists(addigy, policyId)
    const { raw, json, retries, stripped, total: expectedTotal } = reply
    yield {
      ...page,
      raw,
      json,
      retries,
      stripped,
      expectedTotal,
      cursor: isLast ? null : String(gap ?? number + 1),
      ...(isLast && gap !== null ? { incomplete: endedEarly(gap, reply.pageCount) } : {}),
    }
    if (isLast) return
    before = reply
  }
  throw bad(`Addigy's list of devices has no end: ${mostPages.toLocaleString("en")} pages were read.`)
}

function readCursor(cursor: string | null): number {
  return cursor !== null && /^[1-9]\d{0,8}$/.test(cursor) ? Number(cursor) : 1
}

/** An empty page before the announced end may be a slip, so it is asked for once more. */
async function searchTwiceIfEmpty(addigy: Addigy, number: number): Promise<SearchReply> {
  const reply = await addigy.searchDevices(number)
  if (!isGap(reply, number)) return reply
  const again = await addigy.searchDevices(number)
  return { ...again, retries: reply.retries + again.retries + 1 }
}

const isGap = ({ items, pageCount }: SearchReply, number: number): boolean =>
  items.length === 0 && pageCount !== null && number < pageCount

/** An empty page before the announced end is no end yet: the next one tells whether the list was shorter than announced. */
function endsHere({ items, pageCount, perPage: size }: SearchReply, number: number): boolean {
  if (pageCount !== null) return number >= pageCount
  return items.length < (size ?? perPage)
}

function assertAdvanced(
  reply: SearchReply,
  { number, before }: { number: number; before: SearchReply | null },
): void {
  if (reply.page !== null && reply.page !== number)
    throw bad(`Addigy sent page ${reply.page} of the devices when page ${number} was asked for.`)
  if (before !== null && reply.items.length > 0 && fingerprint(reply.items) === fingerprint(before.items))
    throw bad(`Addigy sent the same devices for page ${number} as for page ${number - 1}.`)
}

/** Tells pages apart by whose devices they are: their heartbeats may have moved between two requests. */
function fingerprint(items: Json[]): string {
  return JSON.stringify(items.map((item) => (isObject(item) ? (item.agentid ?? item) : item)))
}

const isObject = (item: Json): item is { [key: string]: Json } =>
  typeof item === "object" && item !== null && !Array.isArray(item)

function missingPage(gap: number, number: number): ProviderError {
  return bad(
    `Addigy sent page ${gap} of the devices empty, but page ${number} has some, so devices are missing between.`,
  )
}

const endedEarly = (gap: number, pageCount: number | null): string =>
  `Addigy announced ${pageCount} pages of devices, but from page ${gap} on they were empty.`

function bad(what: string): ProviderError {
  return new ProviderError({
    code: "bad_response",
    message: `${what} Nothing was removed. The next run tries again; if it stays, ask Addigy's support.`,
  })
}
