import { handle } from "@/app/api/handle"
import { readNotifications } from "@/lib/domain/notification"
import { markRead } from "@/lib/notifications/mark-read"

/** Marks some (`ids`) or all (`all: true`) of one's own notifications as read. */
export const POST = handle(async ({ actor, body }) => ({
  marked: await markRead(actor, await body(readNotifications)),
}))
