import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import { listing } from "@/lib/domain/listing"
import { type SyncChangeAction, syncChangeView } from "@/lib/domain/sync-change"
import { isRunning, syncLogLine, syncLogView } from "@/lib/domain/sync-log"
import { pollEvery } from "./integrations"
import { readJson } from "./read-json"

/** One run, looked at again while it is live. */
export const syncLogQuery = (id: string) =>
  queryOptions({
    queryKey: ["sync-logs", id],
    queryFn: ({ signal }) => readJson({ path: `/api/sync-logs/${id}`, schema: syncLogView, signal }),
    refetchInterval: ({ state }) =>
      state.data === undefined || isRunning(state.data.status) ? pollEvery.live : false,
  })

/** The runs of one integration, newest first. */
export const syncHistoryQuery = (integrationId: string) =>
  infiniteQueryOptions({
    queryKey: ["sync-history", integrationId],
    queryFn: ({ signal, pageParam }) =>
      readJson({
        path: `/api/integrations/${integrationId}/sync-history`,
        query: { limit: 15, cursor: pageParam },
        schema: listing(syncLogView),
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })

/** What a run changed, or what the plan of a preview would, device by device; of one action alone when asked. */
export const syncChangesQuery = (id: string, action: SyncChangeAction | null = null) =>
  infiniteQueryOptions({
    queryKey: ["sync-logs", id, "changes", { action }],
    queryFn: ({ signal, pageParam }) =>
      readJson({
        path: `/api/sync-logs/${id}/changes`,
        query: { limit: 50, cursor: pageParam, action },
        schema: listing(syncChangeView),
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })

/** What a run had to say: its log lines, or only the records it could not take. */
export const syncLinesQuery = (id: string, which: "lines" | "rejects") =>
  infiniteQueryOptions({
    queryKey: ["sync-logs", id, which],
    queryFn: ({ signal, pageParam }) =>
      readJson({
        path: `/api/sync-logs/${id}/${which}`,
        query: { limit: 100, cursor: pageParam },
        schema: listing(syncLogLine),
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
