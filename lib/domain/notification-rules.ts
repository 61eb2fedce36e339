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

export const emailStatus = z.enum(["pending", "sent", "failed"])

/** The last test e-mail that somebody of the account asked for. */
const testEmailView = z.object({
  recipient: z.string(),
  createdAt: z.iso.datetime(),
  status: emailStatus,
  /** Why the mail server did not take it; null when it did, and before the first try. */
  error: z.string().nullable(),
  /** Null unless it was not taken and is tried again. */
  nextAttemptAt: z.iso.datetime().nullable(),
})

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
    /** Null while nobody asked for one. */
    lastTest: testEmailView.nullable(),
  }),
})
export type NotificationSettings = z.infer<typeof notificationSettings>
