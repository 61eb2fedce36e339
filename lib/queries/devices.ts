import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query"
import type { z } from "zod"
import type { deviceQuery } from "@/lib/domain/device-query"
import { answer } from "./answer"
import { pollEvery } from "./integrations"
import { readJson } from "./read-json"

/** What a page asks of the list of devices; what is left out has the default of `deviceQuery`. */
export type DeviceFilter = Partial<Pick<z.infer<typeof deviceQuery>, AskedFor>>
type AskedFor =
  | "search"
  | "kind"
  | "type"
  | "integrationId"
  | "modelId"
  | "status"
  | "includeRetired"
  | "sort"
  | "asOf"
  | "limit"
  | "cursor"

/** One page of devices; while another is fetched the last stays in sight. */
export const devicesQuery = (filter: DeviceFilter) =>
  queryOptions({
    queryKey: ["devices", filter],
    queryFn: ({ signal }) =>
      readJson({ path: "/api/devices", query: filter, schema: answer("devices"), signal }),
    refetchInterval: pollEvery.idle,
    placeholderData: keepPreviousData,
  })

/** What an edge device runs, by name. */
export const deviceModulesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["devices", id, "modules"],
    queryFn: ({ signal, pageParam }) =>
      readJson({
        path: `/api/devices/${id}/modules`,
        query: { limit: 100, cursor: pageParam },
        schema: answer("deviceModules"),
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: pollEvery.idle,
  })
