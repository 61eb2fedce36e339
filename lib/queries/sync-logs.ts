import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import { listing } from "@/lib/domain/listing"
import { type SyncChangeAction, syncChangeView } from "@/lib/domain/sync-change"
import { isRunning, syncLogLine, syncLogView } from "@/lib/domain/sync-log"
import { type LineLevel, type SyncListQuery, syncChangeCounts } from "@/lib/domain/sync-log-query"
import { syncPageView } from "@/lib/domain/sync-page"
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

/** What a page asks of the list of all runs. */
export type SyncFilter = Pick<SyncListQuery, "integrationId" | "status" | "mode">

/** Every run of the account, newest first. */
export const syncsQuery = (filter: SyncFilter) =>
  infiniteQueryOptions({
    queryKey: ["sync-logs", "all", filter],
    queryFn: ({ signal, pageParam }) =>
      readJson({
        path: "/api/sync-logs",
        query: { ...filter, limit: 30, cursor: pageParam },
        schema: listing(syncLogView),
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) => {
      const runs = state.data?.pages.flatMap((page) => page.items) ?? []
      return runs.some((run) => isRunning(run.status)) ? 3 * pollEvery.live : pollEvery.idle
    },
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

/** How many changes of each action there are. */
export const syncChangeCountsQuery = (id: string) =>
  queryOptions({
    queryKey: ["sync-logs", id, "change-counts"],
    queryFn: ({ signal }) =>
      readJson({ path: `/api/sync-logs/${id}/changes/counts`, schema: syncChangeCounts, signal }),
  })

/** What a run had to say: its log lines, of a level and worse when asked, or only the records it could not take. */
export const syncLinesQuery = (id: string, which: "lines" | "rejects", level: LineLevel = "info") =>
  infiniteQueryOptions({
    queryKey: ["sync-logs", id, which, { level }],
    queryFn: ({ signal, pageParam }) =>
      readJson({
        path: `/api/sync-logs/${id}/${which}`,
        query: { limit: 100, cursor: pageParam, level: level === "info" ? null : level },
        schema: listing(syncLogLine),
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })

/** The provider's replies that a run stored. */
export const syncPagesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["sync-logs", id, "pages"],
    queryFn: ({ signal, pageParam }) =>
      readJson({
        path: `/api/sync-logs/${id}/pages`,
        query: { limit: 20, cursor: pageParam },
        schema: listing(syncPageView),
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
