import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import type { HoldQuery } from "@/lib/domain/removal-hold"
import { answer } from "./answer"
import { pollEvery } from "./integrations"
import { readJson } from "./read-json"

/** The account's holds, newest first: those that wait unless another status is asked for. */
export const holdsQuery = (status: HoldQuery["status"] = "open") =>
  infiniteQueryOptions({
    queryKey: ["holds", { status }],
    queryFn: ({ signal, pageParam }) =>
      readJson({
        path: "/api/holds",
        query: { status, limit: 50, cursor: pageParam },
        schema: answer("holds"),
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: pollEvery.idle,
  })

/** One hold; another admin may decide it meanwhile. */
export const holdQuery = (id: string) =>
  queryOptions({
    queryKey: ["holds", id],
    queryFn: ({ signal }) =>
      readJson({ path: `/api/holds/${id}`, schema: answer("removalHoldView"), signal }),
    refetchInterval: pollEvery.idle,
  })

/** The records that wait in a hold, by external id. */
export const heldRecordsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["holds", id, "records"],
    queryFn: ({ signal, pageParam }) =>
      readJson({
        path: `/api/holds/${id}/records`,
        query: { limit: 100, cursor: pageParam },
        schema: answer("heldRecords"),
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
