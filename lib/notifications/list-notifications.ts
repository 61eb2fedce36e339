import { cutPage, decodeCursor, idKey } from "@/lib/cursor"
import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { ListQuery } from "@/lib/domain/listing"
import type { NotificationListing } from "@/lib/domain/notification"

/** The actor's own notifications in this account, newest first. */
export async function listNotifications(actor: Actor, query: ListQuery): Promise<NotificationListing> {
  const after = decodeCursor(query.cursor, idKey)
  const mine = { accountId: actor.accountId, userId: actor.userId }
  const [rows, unread] = await Promise.all([
    prisma().notification.findMany({
      where: { ...mine, ...(after === null ? {} : { id: { lt: after[0] } }) },
      orderBy: { id: "desc" },
      take: query.limit + 1,
    }),
    prisma().notification.count({ where: { ...mine, readAt: null } }),
  ])
  const { items, nextCursor } = cutPage(rows, query.limit, ({ id }) => [id])
  return { items: items.map(view), nextCursor, unread }
}

type Row = Awaited<ReturnType<ReturnType<typeof prisma>["notification"]["findMany"]>>[number]

function view({ id, kind, title, body, href, syncLogId, readAt, createdAt }: Row) {
  return {
    id,
    kind,
    title,
    body,
    href,
    syncLogId,
    readAt: readAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }
}
