import { z } from "zod"
import { RequestError } from "@/lib/domain/problem"

/** Packs the sort key of a page's last row into the opaque text that `?cursor=` takes. */
function encodeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url")
}

/** Unpacks a cursor into the key that `schema` describes, null when there is none. Throws 422 for any other text. */
export function decodeCursor<T>(cursor: string | undefined, schema: z.ZodType<T>): T | null {
  if (cursor === undefined) return null
  const parsed = schema.safeParse(parseJson(Buffer.from(cursor, "base64url").toString()))
  if (parsed.success) return parsed.data
  const message = "cursor is not one that this list gave. Leave it out to start at the beginning."
  throw new RequestError(422, message, { cursor: [message] })
}

/** The key of lists that are ordered by id alone. */
export const idKey = z.tuple([z.uuid()])

/** Cuts one row more than asked for into a page and the cursor of the next. */
export function cutPage<T>(rows: T[], limit: number, key: (row: T) => (string | number | null)[]) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : null }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, storable)
  } catch {
    return undefined
  }
}

/** No list gave a cursor with a text that no database can hold: NUL, or half of a surrogate pair. */
function storable(_: string, value: unknown): unknown {
  if (typeof value === "string" && (value.includes("\0") || !value.isWellFormed()))
    throw new TypeError("not storable")
  return value
}
