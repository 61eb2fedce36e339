import { cutPage, decodeCursor, idKey } from "@/lib/cursor"
import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { Listing } from "@/lib/domain/listing"
import type { SyncLogView } from "@/lib/domain/sync-log"
import type { SyncListQuery } from "@/lib/domain/sync-log-query"
import { readPlanLinks } from "./read-plan-links"
import { syncLogView, withNames } from "./sync-log-view"

/** Every run of the account, newest first, those of removed integrations too; filtered by integration, status and mode. */
export async function listSyncs(
  actor: Actor,
  { limit, cursor, integrationId, status, mode }: SyncListQuery,
): Promise<Listing<SyncLogView>> {
  const after = decodeCursor(cursor, idKey)
  const rows = await prisma().syncLog.findMany({
    where: {
      accountId: actor.accountId,
      ...(integrationId === undefined ? {} : { integrationId }),
      ...(status === undefined ? {} : { status }),
      ...(mode === undefined ? {} : { mode }),
      ...(after === null ? {} : { id: { lt: after[0] } }),
    },
    include: withNames,
    orderBy: { id: "desc" },
    take: limit + 1,
  })
  const { items, nextCursor } = cutPage(rows, limit, ({ id }) => [id])
  const links = await readPlanLinks(items)
  return { items: items.map((row) => syncLogView(row, links.get(row.id))), nextCursor }
}
