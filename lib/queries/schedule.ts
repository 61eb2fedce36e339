import { keepPreviousData, queryOptions } from "@tanstack/react-query"
import { answer } from "./answer"
import { readJson } from "./read-json"

/** A cron expression in plain words, and its next runs; fails with the sentence that says what is wrong with it. */
export const cronPreviewQuery = ({ cron, timeZone }: { cron: string; timeZone: string }) =>
  queryOptions({
    queryKey: ["schedule-preview", cron, timeZone],
    queryFn: ({ signal }) =>
      readJson({
        path: "/api/schedule/preview",
        query: { cron, timeZone },
        schema: answer("schedulePreview"),
        signal,
      }),
    staleTime: 60_000,
    retry: false,
    placeholderData: keepPreviousData,
  })
