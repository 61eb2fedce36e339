import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { ReadNotifications } from "@/lib/domain/notification"

/** Marks some or all of the actor's own notifications as read; ids of others are passed over. Returns how many it marked. */
export async function markRead(actor: Actor, which: ReadNotifications): Promise<number> {
  const { count } = await prisma().notification.updateMany({
    where: {
      accountId: actor.accountId,
      userId: actor.userId,
      readAt: null,
      ...("ids" in which ? { id: { in: which.ids } } : {}),
    },
    data: { readAt: new Date() },
  })
  return count
}
