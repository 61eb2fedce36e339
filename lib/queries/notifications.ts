import { queryOptions } from "@tanstack/react-query"
import type { NotificationSettings } from "@/lib/domain/notification-rules"
import { answer } from "./answer"
import { pollEvery } from "./integrations"
import { readJson } from "./read-json"

/** One's newest notifications, and how many are unread. */
export const notificationsQuery = () =>
  queryOptions({
    queryKey: ["notifications"],
    queryFn: ({ signal }) =>
      readJson({
        path: "/api/notifications",
        query: { limit: 20 },
        schema: answer("notificationListing"),
        signal,
      }),
    refetchInterval: pollEvery.idle,
  })

/** Where news go and how e-mail fares; looked at each second until a test was tried. */
export const notificationSettingsQuery = () =>
  queryOptions({
    queryKey: ["notification-settings"],
    queryFn: ({ signal }) =>
      readJson({ path: "/api/notification-settings", schema: answer("notificationSettings"), signal }),
    refetchInterval: ({ state }) => (isUntried(state.data?.email) ? pollEvery.live : pollEvery.idle),
  })

const isUntried = (email: NotificationSettings["email"] | undefined): boolean =>
  email?.isSetUp === true && email.lastTest?.status === "pending" && email.lastTest.error === null
