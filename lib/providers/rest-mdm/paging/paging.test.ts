import { describe, expect, it, test } from "vitest"
import { pagination } from "@/lib/providers/rest-mdm/config/pagination"
import { type Came, nextPlace } from "./next-place"
import { cursorOf, placeOf, startOf } from "./place"
import { nextLink } from "./what-reply-says"

const nothing = { total: null, pageCount: null, hasMore: null, next: null, ended: false }
const came = (count: number, said: Partial<Came["said"]> = {}): Came => ({
  count,
  fresh: count,
  lastId: "last",
  said: { ...nothing, ...said },
})
const page = pagination.parse({ style: "page", size_param: "size", size: 100 })
const first = startOf(0, 0)
const later = { ...first, at: 2, seen: 100, longest: 100 }

describe("S3-PAGES how a list goes on", () => {
  it.each([
    ["a full page goes on", first, came(100), "next"],
    ["a short first page may be all the service gives at once", first, came(50), "next"],
    ["a page shorter than another ends", later, came(30), "end"],
    ["an empty page ends", first, came(0), "end"],
    ["a total that is reached ends", later, came(100, { total: 200 }), "end"],
    ["a total that is not reached goes on after a short page", later, came(30, { total: 200 }), "next"],
    ["nothing before the total is a gap", later, came(0, { total: 200 }), "gap"],
    ["the last of the pages ends", later, came(100, { pageCount: 2 }), "end"],
    ["the word of the service counts before the length", later, came(30, { hasMore: true }), "next"],
    ["a named end ends", first, came(100, { ended: true, total: 500 }), "end"],
  ])("%s", (_, place, reply, kind) => {
    expect(nextPlace(page, place, reply).kind).toBe(kind)
  })

  test("devices that came twice do not count towards the total", () => {
    const twice = { ...came(100, { total: 200 }), fresh: 97 }
    expect(nextPlace(page, later, twice)).toMatchObject({ kind: "next", place: { at: 3, seen: 197 } })
  })

  test("an offset moves on by what came, not by what was asked for", () => {
    const offset = pagination.parse({ style: "offset", size: 100, size_param: "limit" })
    expect(nextPlace(offset, first, came(40))).toMatchObject({ place: { at: 40, longest: 40 } })
  })

  test("a cursor comes back as it was, and anything else means from the start", () => {
    expect(placeOf(cursorOf(later))).toEqual(later)
    for (const cursor of [null, "", "7", '{"list":-1}', "start"]) expect(placeOf(cursor)).toEqual(first)
  })

  it.each([
    ['<https://a.test/d?p=1>; rel="prev", <https://a.test/d?p=3>; rel="next"', "https://a.test/d?p=3"],
    ["</d?p=3>; rel=next", "/d?p=3"],
    ['</d?p=3>; title="x"; rel="last next"', "/d?p=3"],
    ['</d>; rel="nextish"', null],
    [null, null],
  ])("the Link header %s leads to %s", (header, next) => {
    expect(nextLink(header)).toBe(next)
  })
})
