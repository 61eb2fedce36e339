import { queryOptions } from "@tanstack/react-query"
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
