import { keepPreviousData, queryOptions } from "@tanstack/react-query"
import type { z } from "zod"
import type { circuitQuery } from "@/lib/domain/circuit-query"
import { answer } from "./answer"
import { pollEvery } from "./integrations"
import { readJson } from "./read-json"

/** What a page asks of the list of circuits; what is left out has the default of `circuitQuery`. */
export type CircuitFilter = Partial<
  Omit<z.input<typeof circuitQuery>, "limit" | "pinned" | "includeHidden">
> & {
  limit?: number
  pinned?: boolean
  includeHidden?: boolean
}

/** One page of circuits; while another is fetched the last stays in sight. */
export const circuitsQuery = (filter: CircuitFilter) =>
  queryOptions({
    queryKey: ["circuits", "list", filter],
    queryFn: ({ signal }) =>
      readJson({ path: "/api/circuits", query: filter, schema: answer("circuits"), signal }),
    refetchInterval: pollEvery.idle,
    placeholderData: keepPreviousData,
  })

const detailKey = (id: string) => ["circuits", "one", id] as const

export const circuitQueryOf = (id: string) =>
  queryOptions({
    queryKey: detailKey(id),
    queryFn: ({ signal }) =>
      readJson({ path: `/api/circuits/${id}`, schema: answer("circuitDetail"), signal }),
    refetchInterval: ({ state }) => (state.data?.unitsWanted ? 2000 : pollEvery.idle),
  })

/** Its sums of planned units, newest first. */
export const circuitAggregatesQuery = (id: string) =>
  queryOptions({
    queryKey: [...detailKey(id), "aggregates"],
    queryFn: ({ signal }) =>
      readJson({
        path: `/api/circuits/${id}/aggregates`,
        schema: answer("circuitAggregates"),
        signal,
      }),
  })

/** How it stood from day to day, newest first. */
export const circuitSnapshotsQuery = (id: string) =>
  queryOptions({
    queryKey: [...detailKey(id), "snapshots"],
    queryFn: ({ signal }) =>
      readJson({
        path: `/api/circuits/${id}/snapshots`,
        schema: answer("circuitSnapshots"),
        signal,
      }),
  })
