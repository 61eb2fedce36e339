import type { Json } from "@/lib/domain/json"
import type { Pagination } from "@/lib/providers/rest-mdm/config/pagination"
import { holds } from "@/lib/providers/rest-mdm/path/condition"
import { readPath } from "@/lib/providers/rest-mdm/path/read-path"

/** What a reply says of the list beyond its page; null where it says nothing. */
export type Said = {
  total: number | null
  pageCount: number | null
  hasMore: boolean | null
  /** Token or address of the next page. */
  next: string | null
  /** It says that nothing is left. */
  ended: boolean
}

type Reply = { json: Json; header: (name: string) => string | null; ignoreCase: boolean }

export function whatReplySays(pagination: Pagination, { json, header, ignoreCase }: Reply): Said {
  const at = (path: string | undefined): Json =>
    path === undefined ? null : readPath(json, path, ignoreCase)
  const { total, page_count, has_more, end_when } = pagination
  return {
    total: count(at(total)),
    pageCount: count(at(page_count)),
    hasMore: flag(at(has_more)),
    next: nextIn(pagination, at, header),
    ended: end_when?.some((words) => holds(json, words, ignoreCase)) === true,
  }
}

function nextIn(
  pagination: Pagination,
  at: (path: string) => Json,
  header: (name: string) => string | null,
): string | null {
  switch (pagination.style) {
    case "body_cursor":
    case "next_url":
      return text(at(pagination.next))
    case "link_header":
      return nextLink(header("link"))
    case "none":
    case "page":
    case "offset":
    case "last_id":
      return null
  }
}

/** A link and its parameters, whose values may be quoted and then hold commas and semicolons. */
const link = /<([^<>]*)>((?:\s*;\s*[\w*-]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s",;]+))?)*)/g
const parameter = /;\s*([\w*-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]+)))?/g

/** `<https://host/devices?page=2>; rel="next", <…>; rel="last"` (RFC 8288); a link may have several relations. */
export function nextLink(header: string | null): string | null {
  for (const [, address = "", parameters = ""] of (header ?? "").matchAll(link)) {
    const [, , quoted, plain] =
      [...parameters.matchAll(parameter)].find(([, name]) => name?.toLowerCase() === "rel") ?? []
    const relations = (quoted ?? plain ?? "").toLowerCase().split(/\s+/)
    if (relations.includes("next")) return address
  }
  return null
}

/** Counts come as numbers and as texts. */
function count(value: Json): number | null {
  const number = typeof value === "string" && /^\d{1,12}$/.test(value) ? Number(value) : value
  return typeof number === "number" && Number.isSafeInteger(number) && number >= 0 ? number : null
}

const flag = (value: Json): boolean | null =>
  typeof value === "boolean" ? value : value === "true" ? true : value === "false" ? false : null

const text = (value: Json): string | null =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : null
