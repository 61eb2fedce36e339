import { z } from "zod"
import { cutPage, decodeCursor } from "@/lib/cursor"
import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { DeviceView } from "@/lib/domain/device"
import type { DeviceQuery } from "@/lib/domain/device-query"
import type { Listing } from "@/lib/domain/listing"
import { checkAsOf } from "./as-of/check-as-of"
import { type DeviceRow, viewOf } from "./device-row"
import { type After, type Bind, countDevices, isSearched, selectPage, sortColumns } from "./query-store"

type Row = DeviceRow & { sortKey: string | null }

/**
 * The account's devices, searched, filtered and sorted, one page at a time. `total` is given on the first page when it costs
 * little: when all that matches is on the page, or neither a text nor a source is asked for.
 *
 * With `asOf` the fleet as it was then (N-HISTORY): the devices that existed, with the values and the status they had, which
 * are also what is searched, filtered and sorted by. Connections are kept for now alone: every past one is `unknown`, without
 * a last activity. The sources are those of today that had reported the device by then. Throws 422 for a time to come, or
 * before there was an account.
 */
export async function listDevices(actor: Actor, query: DeviceQuery): Promise<Listing<DeviceView>> {
  const { limit, cursor, sort, ...rest } = query
  const filter = { ...rest, accountId: actor.accountId }
  const after = decodeCursor(cursor, cursorKey(sort))
  if (query.asOf !== undefined) await checkAsOf(actor, query.asOf)
  const rows = await readRows({ filter, sort, limit: limit + 1 }, after && { value: after[0], id: after[1] })
  const { items, nextCursor } = cutPage(rows, limit, ({ sortKey, id }) => [sortKey, id])
  const page = { items: items.map(viewOf), nextCursor }
  if (after !== null) return page
  if (nextCursor === null) return { ...page, total: items.length }
  if (isSearched(filter) || filter.provider !== undefined || filter.integrationId !== undefined) return page
  const [counted] = await run<{ total: number }>((bind) => countDevices(bind, filter))
  return { ...page, total: counted?.total ?? 0 }
}

type Reading = Omit<Parameters<typeof selectPage>[1], "part" | "after">

/** Devices with a value to sort by first, then, if the page has room, those without. */
async function readRows(reading: Reading, after: After | null): Promise<Row[]> {
  const { sort, limit } = reading
  const isAmongEmpty = after !== null && after.value === null
  const valued = isAmongEmpty
    ? []
    : await run<Row>((bind) => selectPage(bind, { ...reading, part: "valued", after }))
  if (valued.length === limit || sortColumns[sort.replace("-", "")]?.isNullable === false) return valued
  const rest = { ...reading, limit: limit - valued.length, after: isAmongEmpty ? after : null }
  return [...valued, ...(await run<Row>((bind) => selectPage(bind, { ...rest, part: "empty" })))]
}

async function run<T extends object>(build: (bind: Bind) => string): Promise<T[]> {
  const values: unknown[] = []
  const text = build((value) => `$${values.push(value)}`)
  return (await pool().query<T>(text, values)).rows
}

/** The last row's value to sort by, and its id. */
function cursorKey(sort: string) {
  const isTime = sort.endsWith("At")
  const value = isTime
    ? z.string().refine((text) => ourTime.test(text) && !Number.isNaN(Date.parse(text)))
    : z.string().refine((text) => !text.includes("\0") && text.isWellFormed())
  return z.tuple([value.nullable(), z.uuid()])
}

/** A time as Postgres writes it, which is how the cursors hold it. */
const ourTime = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d(?::?\d\d)?)$/
