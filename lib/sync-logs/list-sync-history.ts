import { cutPage, decodeCursor, idKey } from "@/lib/cursor"
import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { Listing, ListQuery } from "@/lib/domain/listing"
import { RequestError } from "@/lib/domain/problem"
import type { SyncLogView } from "@/lib/domain/sync-log"
import { readPlanLinks } from "./read-plan-links"
import { syncLogView, withNames } from "./sync-log-view"

/** An integration's runs, newest first (S4-HISTORY); also of one that was removed. Throws 404. */
export async function listSyncHistory(
  actor: Actor,
  integrationId: string,
  { limit, cursor }: ListQuery,
): Promise<Listing<SyncLogView>> {
  const { accountId } = actor
  const after = decodeCursor(cursor, idKey)
  const where = { integrationId, accountId }
  const [owned, total, rows] = await Promise.all([
    prisma().integration.count({ where: { id: integrationId, accountId } }),
    prisma().syncLog.count({ where }),
    prisma().syncLog.findMany({
      where: { ...where, ...(after === null ? {} : { id: { lt: after[0] } }) },
      include: withNames,
      orderBy: { id: "desc" },
      take: limit + 1,
    }),
  ])
  if (owned === 0) throw new RequestError(404, "There is no integration with this id in your account.")
  const { items, nextCursor } = cutPage(rows, limit, ({ id }) => [id])
  const links = await readPlanLinks(items)
  return { items: items.map((row) => syncLogView(row, links.get(row.id))), nextCursor, total }
}
