import { z } from "zod"
import { cutPage, decodeCursor } from "@/lib/cursor"
import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { CircuitQuery } from "@/lib/domain/circuit-query"
import type { CircuitView } from "@/lib/domain/circuit-view"
import type { Listing } from "@/lib/domain/listing"
import { type CircuitRow, viewOf } from "./circuit-row"
import { type Bind, countCircuits, selectFilters, selectPage } from "./query/store"

type Row = CircuitRow & { sortKey: string }

const cursorKey = z.tuple([
  z.string().refine((text) => !text.includes("\0") && text.isWellFormed()),
  z.uuid(),
])

/** The account's circuits, searched, filtered and sorted, one page at a time; `total` comes with the first. */
export async function listCircuits(actor: Actor, query: CircuitQuery): Promise<Listing<CircuitView>> {
  const { limit, cursor, sort, ...rest } = query
  const filter = { ...rest, accountId: actor.accountId }
  const last = decodeCursor(cursor, cursorKey)
  const after = last === null ? null : { value: last[0], id: last[1] }
  const rows = await run<Row>((bind) => selectPage(bind, { filter, sort, after, limit: limit + 1 }))
  const { items, nextCursor } = cutPage(rows, limit, ({ sortKey, id }) => [sortKey, id])
  const page = { items: items.map(viewOf), nextCursor }
  if (after !== null) return page
  if (nextCursor === null) return { ...page, total: items.length }
  const [counted] = await run<{ total: number }>((bind) => countCircuits(bind, filter))
  return { ...page, total: counted?.total ?? 0 }
}

export type CircuitFilters = {
  regions: string[]
  planners: { userId: string; name: string }[]
  statuses: string[]
}

/** What there is to filter the account's circuits by. */
export async function listCircuitFilters({ accountId }: Actor): Promise<CircuitFilters> {
  const { rows } = await pool().query<CircuitFilters>(selectFilters, [accountId])
  return rows[0] ?? { regions: [], planners: [], statuses: [] }
}

async function run<T extends object>(build: (bind: Bind) => string): Promise<T[]> {
  const values: unknown[] = []
  const text = build((value) => `$${values.push(value)}`)
  return (await pool().query<T>(text, values)).rows
}
