import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import { isRunning } from "@/lib/domain/is-running"
import type { SyncChangeAction } from "@/lib/domain/sync-change"
import type { LineLevel, SyncListQuery } from "@/lib/domain/sync-log-query"
import { answer } from "./answer"
import { pollEvery } from "./integrations"
import { readJson } from "./read-json"

/** One run, looked at again while it is live. */
export const syncLogQuery = (id: string) =>
  queryOptions({
    queryKey: ["sync-logs", id],
    queryFn: ({ signal }) =>
      readJson({ path: `/api/sync-logs/${id}`, schema: answer("syncLogView"), signal }),
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
        schema: answer("syncLogs"),
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
        schema: answer("syncLogs"),
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
        schema: answer("syncChanges"),
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
      readJson({ path: `/api/sync-logs/${id}/changes/counts`, schema: answer("syncChangeCounts"), signal }),
  })

type LineFilter = { level?: LineLevel; search?: string }

/** What a run had to say: its log lines, of a level and worse and with a text when asked, or only the records it could not take. */
export const syncLinesQuery = (id: string, which: "lines" | "rejects", filter: LineFilter = {}) =>
  infiniteQueryOptions({
    queryKey: ["sync-logs", id, which, filter],
    queryFn: ({ signal, pageParam }) =>
      readJson({
        path: `/api/sync-logs/${id}/${which}`,
        query: { limit: 100, cursor: pageParam, ...filter },
        schema: answer("syncLines"),
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
        schema: answer("syncPages"),
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
