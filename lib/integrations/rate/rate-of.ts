import type { Provider } from "@/lib/domain/provider"
import type { Rate } from "@/lib/domain/rate"
import type { Connection } from "@/lib/integrations/parse-connection"

type Limited = { requestsPerSecond: number | null; provider: Provider; connection: Connection }

/** How fast an integration may ask: what its admin allows, with a second's worth at once, else what its provider says. */
export function rateOf({ requestsPerSecond, provider, connection }: Limited): Rate | null {
  if (requestsPerSecond === null) return provider.rate(connection.settings)
  return { perSecond: requestsPerSecond, burst: Math.max(1, requestsPerSecond) }
}
