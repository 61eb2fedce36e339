import { z } from "zod"
import { cutPage, decodeCursor } from "@/lib/cursor"
import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { Listing } from "@/lib/domain/listing"
import { RequestError } from "@/lib/domain/problem"
import { type ListVersionsQuery, type ListVersionView, listVersionView } from "@/lib/domain/published-list"
import { findPublisher } from "./find-publisher"
import { selectOfRun, selectVersion, selectVersions } from "./read-store"

const versionKey = z.tuple([z.number().int().min(1).max(2_147_483_647)])

/** What was published of a list, newest first; of one run also what waits. */
export async function listVersions(
  actor: Actor,
  { list, integrationId, syncLogId, limit, cursor }: ListVersionsQuery,
): Promise<Listing<ListVersionView>> {
  if (syncLogId !== undefined) {
    const { rows } = await pool().query(selectOfRun, [actor.accountId, syncLogId])
    return { items: rows.map(viewOf), nextCursor: null }
  }
  const after = decodeCursor(cursor, versionKey)
  const publisher = await findPublisher(actor, list, integrationId)
  if (publisher === null) return { items: [], nextCursor: null }
  const { rows } = await pool().query(selectVersions, [publisher.id, after?.[0] ?? null, limit + 1])
  return cutPage(rows.map(viewOf), limit, ({ version }) => [version])
}

/** One version, or a list that waits. Throws 404. */
export async function getVersion(actor: Actor, id: string): Promise<ListVersionView> {
  const { rows } = await pool().query(selectVersion, [actor.accountId, id])
  if (rows[0] === undefined) throw new RequestError(404, "There is no list with this id in your account.")
  return viewOf(rows[0])
}

type Row = Record<string, unknown> & {
  fetchedAt: Date
  publishedAt: Date | null
  confirmedAt: Date | null
  decidedAt: Date | null
}

const viewOf = (row: Row): ListVersionView =>
  listVersionView.parse({
    ...row,
    fetchedAt: row.fetchedAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  })
