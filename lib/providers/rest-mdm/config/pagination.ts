import { z } from "zod"
import { condition, oneOrMany, path } from "./texts"

const common = {
  in: z.enum(["query", "body"]).default("query"),
  size_param: z.string().min(1).max(100).optional(),
  size: z.coerce.number().int().min(1).max(10_000).optional(),
  /** How many there are in all, how many pages, whether more follow: as the reply says. */
  total: path.optional(),
  page_count: path.optional(),
  has_more: path.optional(),
  /** What a reply says when nothing is left (Mosyle's DEVICES_NOTFOUND). */
  end_when: oneOrMany(condition).optional(),
  /** The service may ignore the paging and send everything again, which then ends the list instead of failing. */
  may_repeat: z.boolean().default(false),
  max_pages: z.coerce.number().int().min(1).max(1_000_000).default(100_000),
}

const param = (usual: string) => z.string().min(1).max(100).default(usual)

/** How a list goes on after its first page (providers/addigy-and-other-mdms.md, B.2). */
export const pagination = z.discriminatedUnion("style", [
  z.strictObject({ style: z.literal("none"), ...common }),
  z.strictObject({
    style: z.literal("page"),
    param: param("page"),
    start: z.coerce.number().int().min(0).max(1).default(1),
    ...common,
  }),
  z.strictObject({
    style: z.literal("offset"),
    param: param("offset"),
    start: z.coerce.number().int().min(0).max(1).default(0),
    ...common,
  }),
  /** The next page starts after the last item's id. */
  z.strictObject({
    style: z.literal("last_id"),
    param: param("starting_after"),
    id: path.default("$.id"),
    ...common,
  }),
  /** The reply holds a token for the next page. */
  z.strictObject({ style: z.literal("body_cursor"), param: param("cursor"), next: path, ...common }),
  /** The reply holds the address of the next page, absolute or relative. */
  z.strictObject({ style: z.literal("next_url"), next: path, ...common }),
  /** The Link header holds it (`rel="next"`). */
  z.strictObject({ style: z.literal("link_header"), ...common }),
])
export type Pagination = z.infer<typeof pagination>
