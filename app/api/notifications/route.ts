import { listQuery } from "@/lib/domain/listing"
import { listNotifications } from "@/lib/notifications/list-notifications"
import { handle } from "../handle"

/** One's own notifications, newest first, and how many are unread. */
export const GET = handle(async ({ actor, query }) => listNotifications(actor, query(listQuery)))
