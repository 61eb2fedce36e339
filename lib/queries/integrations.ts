import { queryOptions } from "@tanstack/react-query"
import type { IntegrationView } from "@/lib/domain/integration"
import { isRunning } from "@/lib/domain/is-running"
import { answer } from "./answer"
import { readJson } from "./read-json"

/** How often a page looks again: each second while a run is live, else every 15 s. */
export const pollEvery = { live: 1000, idle: 15_000 }

const hasLiveRun = (integration: IntegrationView) =>
  integration.lastSync !== null && isRunning(integration.lastSync.status)

/** Every integration of the account, with its last run. */
export const integrationsQuery = () =>
  queryOptions({
    queryKey: ["integrations"],
    queryFn: ({ signal }) =>
      readJson({
        path: "/api/integrations",
        query: { limit: 200 },
        schema: answer("integrations"),
        signal,
      }),
    refetchInterval: ({ state }) => (state.data?.items.some(hasLiveRun) ? pollEvery.live : pollEvery.idle),
  })
