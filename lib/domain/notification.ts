import { z } from "zod"
import { listing } from "./listing"

/** One thing an admin should know of, as `GET /api/notifications` gives it. */
export const notificationView = z.object({
  id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  href: z.string().nullable(),
  syncLogId: z.uuid().nullable(),
  readAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
})
export type NotificationView = z.infer<typeof notificationView>

/** A page of one's own notifications, newest first, and how many are unread in all. */
export const notificationListing = listing(notificationView).extend({ unread: z.number().int() })
export type NotificationListing = z.infer<typeof notificationListing>

/** `POST /api/notifications/read`. */
export const readNotifications = z.union([
  z.object({ ids: z.array(z.uuid()).min(1).max(200) }),
  z.object({ all: z.literal(true) }),
])
export type ReadNotifications = z.infer<typeof readNotifications>
