import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import { answer } from "./answer"
import { pollEvery } from "./integrations"
import { readJson } from "./read-json"

/** The account's webhooks; Rollcall may disable one. */
export const webhooksQuery = () =>
  queryOptions({
    queryKey: ["webhooks"],
    queryFn: ({ signal }) => readJson({ path: "/api/webhooks", schema: answer("webhooks"), signal }),
    refetchInterval: pollEvery.idle,
  })

/** A webhook's delivery log, newest first; looked at each second while something is under way. */
export const deliveriesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["webhooks", id, "deliveries"],
    queryFn: ({ signal, pageParam }) =>
      readJson({
        path: `/api/webhooks/${id}/deliveries`,
        query: { limit: 50, cursor: pageParam },
        schema: answer("webhookDeliveryListing"),
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) =>
        page.items.some(({ log, status }) => status === "pending" && log.length === 0),
      )
        ? pollEvery.live
        : pollEvery.idle,
  })
