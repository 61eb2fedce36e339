import type { Pagination } from "@/lib/providers/rest-mdm/config/pagination"
import type { Place } from "./place"
import type { Said } from "./what-reply-says"

/** A page as it came: how many items, how many of them were not on the page before, and the last one's id. */
export type Came = { count: number; fresh: number; lastId: string | null; said: Said }

/** Where to go on; or the end; or a gap: nothing came although the service says that there is more. */
export type Next = { kind: "next"; place: Place } | { kind: "end" } | { kind: "gap" }

const end: Next = { kind: "end" }
const gap: Next = { kind: "gap" }

/**
 * Decides how a list goes on. What the service says (more to come, pages, total) counts before what the length of a page
 * suggests. Without such words a list ends with an empty page, or one shorter than another before it: a short first page may
 * only mean that the service gives fewer at once than it was asked for, so one more is asked for.
 */
export function nextPlace(pagination: Pagination, place: Place, came: Came): Next {
  const { count, fresh, said } = came
  const on = (at: string | number): Next => ({
    kind: "next",
    place: { ...place, at, seen: place.seen + fresh, longest: Math.max(place.longest, count) },
  })
  if (said.ended) return end
  switch (pagination.style) {
    case "none":
      return end
    case "next_url":
    case "link_header":
    case "body_cursor":
      return said.next === null || said.hasMore === false ? end : on(said.next)
    case "last_id":
      if (count === 0) return said.hasMore === true ? gap : end
      return goesOn(said.hasMore, place, came) ? on(came.lastId ?? "") : end
    case "page":
    case "offset": {
      const at = Number(place.at ?? pagination.start)
      const more = saysMore(pagination, at, place, came)
      if (count === 0) return more === true ? gap : end
      if (!goesOn(more, place, came)) return end
      return on(pagination.style === "page" ? at + 1 : at + count)
    }
  }
}

const goesOn = (more: boolean | null, { longest }: Place, { count }: Came): boolean =>
  more ?? (longest === 0 || count >= longest)

function saysMore(
  pagination: Extract<Pagination, { style: "page" | "offset" }>,
  at: number,
  { seen }: Place,
  { fresh, said }: Came,
): boolean | null {
  const { hasMore, pageCount, total } = said
  if (hasMore !== null) return hasMore
  if (pageCount !== null && pagination.style === "page") return at - pagination.start + 1 < pageCount
  return total === null ? null : seen + fresh < total
}
