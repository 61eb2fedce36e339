import { z } from "zod"
import { cutPage, decodeCursor } from "@/lib/cursor"
import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { Listing, ListQuery } from "@/lib/domain/listing"
import type { SyncPageView } from "@/lib/domain/sync-page"
import { findSyncLog } from "./find-sync-log"

const key = z.tuple([
  z.string().max(100),
  z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
])

/** The replies that a run stored, in the order of stream and page, without their content (S0-AUDIT). Throws 404. */
export async function listSyncPages(
  actor: Actor,
  syncLogId: string,
  { limit, cursor }: ListQuery,
): Promise<Listing<SyncPageView>> {
  const after = decodeCursor(cursor, key)
  await findSyncLog(actor, syncLogId)
  const rows = await prisma().syncPage.findMany({
    where: { syncLogId, ...(after === null ? {} : later(after)) },
    omit: { rawResponse: true, accountId: true, integrationId: true, syncLogId: true },
    orderBy: [{ syncType: "asc" }, { page: "asc" }],
    take: limit + 1,
  })
  const { items, nextCursor } = cutPage(rows, limit, ({ syncType, page }) => [syncType, page])
  return { items: items.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })), nextCursor }
}

const later = ([syncType, page]: z.infer<typeof key>) => ({
  OR: [{ syncType: { gt: syncType } }, { syncType, page: { gt: page } }],
})
