import { keepPreviousData, queryOptions } from "@tanstack/react-query"
import type { z } from "zod"
import type { deviceModelQuery } from "@/lib/domain/device-model"
import { answer } from "./answer"
import { pollEvery } from "./integrations"
import { readJson } from "./read-json"

/** What a page asks of the list of models. */
export type ModelFilter = Partial<z.infer<typeof deviceModelQuery>>

/** One page of models; while another is fetched the last stays in sight. */
export const modelsQuery = (filter: ModelFilter) =>
  queryOptions({
    queryKey: ["device-models", filter],
    queryFn: ({ signal }) =>
      readJson({ path: "/api/device-models", query: filter, schema: answer("deviceModels"), signal }),
    refetchInterval: pollEvery.idle,
    placeholderData: keepPreviousData,
  })
