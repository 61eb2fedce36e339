import { z } from "zod"

/** What admins are told of (O-NOTIFY). */
export const noticeKind = z.enum([
  "sync_failed",
  "sync_failing",
  "sync_recovered",
  "credentials_refused",
  "removals_held",
  "hold_expired",
  "source_silent",
])
export type NoticeKind = z.infer<typeof noticeKind>

/** Where news of one kind go; webhooks name the kinds that they want themselves. */
const channels = z.strictObject({ inApp: z.boolean(), email: z.boolean() })
export type Channels = z.infer<typeof channels>

/** Where each kind of news goes. */
export const notificationRules = z.record(noticeKind, channels)
export type NotificationRules = z.infer<typeof notificationRules>

/** What an account changes of it: what is left out stays. */
export const notificationRulesUpdate = z.partialRecord(noticeKind, channels.partial())
export type NotificationRulesUpdate = z.infer<typeof notificationRulesUpdate>

/** `GET /api/notification-settings`. */
export const notificationSettings = z.object({
  rules: notificationRules,
  email: z.object({
    /** Whoever runs Rollcall has named a mail server. */
    isSetUp: z.boolean(),
    from: z.string(),
    /** E-mails of this account that are not sent yet. */
    waiting: z.number().int(),
    /** Why the last e-mail that was tried was not taken; null when it was. */
    lastError: z.string().nullable(),
    /** When the last one was taken. */
    lastSentAt: z.iso.datetime().nullable(),
  }),
})
export type NotificationSettings = z.infer<typeof notificationSettings>
