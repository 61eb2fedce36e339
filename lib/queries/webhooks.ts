import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import type { WebhookDeliveryView } from "@/lib/domain/webhook"
import { answer } from "./answer"
import { pollEvery } from "./integrations"
import { readJson } from "./read-json"

/** The account's webhooks, each with its last message; looked at each second until that was tried. Rollcall may disable one. */
export const webhooksQuery = () =>
  queryOptions({
    queryKey: ["webhooks"],
    queryFn: ({ signal }) => readJson({ path: "/api/webhooks", schema: answer("webhooks"), signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ enabled, lastDelivery }) => enabled && isUntried(lastDelivery))
        ? pollEvery.live
        : pollEvery.idle,
  })

const isUntried = (delivery: WebhookDeliveryView | null): boolean =>
  delivery !== null && delivery.status === "pending" && delivery.log.length === 0

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
      state.data?.pages.some((page) => page.items.some(isUntried)) ? pollEvery.live : pollEvery.idle,
  })
