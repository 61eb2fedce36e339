import { handle } from "@/app/api/handle"
import { listQuery } from "@/lib/domain/listing"
import { listNotifications } from "@/lib/notifications/list-notifications"

/** One's own notifications, newest first, and how many are unread. */
export const GET = handle(async ({ actor, query }) => listNotifications(actor, query(listQuery)))
