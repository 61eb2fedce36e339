import {
  type NotificationRules,
  type NotificationRulesUpdate,
  noticeKind,
  notificationRules,
  notificationRulesUpdate,
} from "@/lib/domain/notification-rules"

/** Where an account's news go, as its column says, and everywhere where it says nothing. */
export function rulesOf(column: unknown): NotificationRules {
  const own = notificationRulesUpdate.parse(column)
  return notificationRules.parse(
    Object.fromEntries(noticeKind.options.map((kind) => [kind, { inApp: true, email: true, ...own[kind] }])),
  )
}

/** The column after a change. */
export function changeRules(column: unknown, change: NotificationRulesUpdate): NotificationRulesUpdate {
  const own = notificationRulesUpdate.parse(column)
  const kinds = noticeKind.options.filter((kind) => own[kind] !== undefined || change[kind] !== undefined)
  return Object.fromEntries(kinds.map((kind) => [kind, { ...own[kind], ...change[kind] }]))
}
