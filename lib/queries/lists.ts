import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query"
import type { z } from "zod"
import type { ListId } from "@/lib/domain/list-id"
import type { differencesQuery as differences, ListItemsQuery } from "@/lib/domain/published-list"
import { answer } from "./answer"
import { pollEvery } from "./integrations"
import { readJson } from "./read-json"

/** Which list, and of which integration where several publish it. */
export type ListPlace = { list: ListId; integrationId?: string }

/** What a page asks of a list: a part of it, or a lookup. */
export type ListFilter = Omit<Partial<ListItemsQuery>, "integrationId"> & ListPlace

/** What is served of a list, one page at a time; while another page is fetched the last stays in sight. */
export const publishedListQuery = ({ list, ...query }: ListFilter) =>
  queryOptions({
    queryKey: ["lists", list, query],
    queryFn: ({ signal }) =>
      readJson({ path: `/api/${list}`, query, schema: answer("publishedList"), signal }),
    refetchInterval: pollEvery.idle,
    placeholderData: keepPreviousData,
  })

/** Whether something is banned, as the list is now; the answer to one question never stands under another. */
export const lookupQuery = ({ list, ...query }: ListFilter) =>
  queryOptions({
    queryKey: ["lists", list, "lookup", query],
    queryFn: ({ signal }) =>
      readJson({ path: `/api/${list}`, query, schema: answer("publishedList"), signal }),
    refetchInterval: pollEvery.idle,
  })

/** Its published versions, newest first. */
export const listVersionsQuery = (place: ListPlace) =>
  infiniteQueryOptions({
    queryKey: ["lists", "versions", place],
    queryFn: ({ signal, pageParam }) =>
      readJson({
        path: "/api/ineligible-items/versions",
        query: { ...place, limit: 25, cursor: pageParam },
        schema: answer("listVersions"),
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: pollEvery.idle,
  })

/** The lists that a run fetched or published, those that wait among them. */
export const listsOfRunQuery = (syncLogId: string) =>
  queryOptions({
    queryKey: ["sync-logs", syncLogId, "lists"],
    queryFn: ({ signal }) =>
      readJson({
        path: "/api/ineligible-items/versions",
        query: { syncLogId },
        schema: answer("listVersions"),
        signal,
      }),
  })

/** One version, or a list that waits; it may be published or let go meanwhile. */
export const listVersionQuery = (id: string) =>
  queryOptions({
    queryKey: ["lists", "version", id],
    queryFn: ({ signal }) =>
      readJson({ path: `/api/ineligible-items/versions/${id}`, schema: answer("listVersion"), signal }),
    refetchInterval: pollEvery.idle,
  })

type Compared = { id: string } & Partial<z.input<typeof differences>>

/** What a version has that another had not, and the other way round; at most so many of each as `limit` says. */
export const listDifferencesQuery = ({ id, ...query }: Compared & { limit: number }) =>
  queryOptions({
    queryKey: ["lists", "version", id, "differences", query],
    queryFn: ({ signal }) =>
      readJson({
        path: `/api/ineligible-items/versions/${id}/differences`,
        query: { against: query.against, limit: query.limit },
        schema: answer("listDifferences"),
        signal,
      }),
    placeholderData: keepPreviousData,
  })
