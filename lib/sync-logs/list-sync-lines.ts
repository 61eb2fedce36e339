import { cutPage, decodeCursor, idKey } from "@/lib/cursor"
import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { Listing } from "@/lib/domain/listing"
import { type SyncLogLine, syncLogLine } from "@/lib/domain/sync-log"
import { lineLevel, type SyncLineQuery } from "@/lib/domain/sync-log-query"
import { findSyncLog } from "./find-sync-log"

type LineQuery = SyncLineQuery & { rejectsOnly?: boolean }

/** What a run had to say, oldest first; from a level on, with a text in them, or its rejects alone when asked (S3-ISOLATE). Throws 404. */
export async function listSyncLines(
  actor: Actor,
  syncLogId: string,
  { limit, cursor, level, search = "", rejectsOnly = false }: LineQuery,
): Promise<Listing<SyncLogLine>> {
  const after = decodeCursor(cursor, idKey)
  await findSyncLog(actor, syncLogId)
  const rows = await prisma().syncLogLine.findMany({
    where: {
      syncLogId,
      ...(rejectsOnly ? { reason: { not: null } } : {}),
      ...(level === undefined ? {} : { level: { in: levels.slice(levels.indexOf(level)) } }),
      ...(search === ""
        ? {}
        : { OR: [{ message: { contains: search, mode: "insensitive" } }, { externalId: search }] }),
      ...(after === null ? {} : { id: { gt: after[0] } }),
    },
    orderBy: { id: "asc" },
    take: limit + 1,
  })
  const { items, nextCursor } = cutPage(rows, limit, ({ id }) => [id])
  return { items: items.map((row) => syncLogLine.parse({ ...row, at: row.at.toISOString() })), nextCursor }
}

/** From the mildest to the worst, as the domain lists them. */
const levels = lineLevel.options
