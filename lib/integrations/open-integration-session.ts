import { pool, prisma } from "@/lib/db/client"
import type { Integration } from "@/lib/db/generated/client"
import type { Errand } from "@/lib/domain/errand"
import type { Json } from "@/lib/domain/json"
import { RequestError } from "@/lib/domain/problem"
import type { Provider, Providers } from "@/lib/domain/provider"
import { ProviderError } from "@/lib/domain/provider-error"
import { type ProviderId, providerId } from "@/lib/domain/provider-id"
import type { TakeTurn } from "@/lib/domain/rate"
import type { Session } from "@/lib/domain/session"
import { env } from "@/lib/env"
import { countCalls } from "@/lib/metrics/count-calls"
import { openCredentials } from "./open-credentials"
import { type Connection, parseConnection } from "./parse-connection"
import { openSharedPace } from "./rate/open-shared-pace"
import { rateOf } from "./rate/rate-of"
import { settingsOf } from "./settings-of"

type Opening = {
  integrationId: string
  providers: Providers
  signal: AbortSignal
  /** Asked once the settings are known that the session goes by. */
  errandOf?: (settings: Record<string, Json>) => Promise<Errand>
}

/**
 * A session with what an integration has stored, for the worker; close it when done. All sessions of an integration together
 * keep to its rate, in whatever process they are (S4-RATE). Throws a ProviderError "misconfigured"
 * when the integration is gone, cannot be decrypted, or no longer satisfies its provider's schemas.
 */
export async function openIntegrationSession({
  integrationId,
  providers,
  signal,
  errandOf,
}: Opening): Promise<{
  session: Session
  integration: Integration
}> {
  const integration = await prisma().integration.findUnique({ where: { id: integrationId } })
  if (integration === null || integration.deletedAt !== null) {
    throw new ProviderError({ code: "misconfigured", message: "This integration was removed." })
  }
  const id = providerId.parse(integration.provider)
  const provider = providers[id]
  const connection = parseStored(provider, integration)
  const rate = rateOf({ requestsPerSecond: integration.requestsPerSecond, provider, connection })
  const takeTurn = openSharedPace({ pool: pool(), integrationId, rate })
  const errand = await errandOf?.(settingsOf(integration))
  return {
    session: openSession({ id, provider, connection, signal, takeTurn, ...(errand && { errand }) }),
    integration,
  }
}

/** A connection to a provider that is known by name, with settings and credentials that were parsed. */
export type KnownConnection = { id: ProviderId; provider: Provider; connection: Connection }

type OpeningKnown = KnownConnection & { signal: AbortSignal; takeTurn?: TakeTurn; errand?: Errand }

/** A session whose calls are counted; at the provider's own pace when none is given. */
export function openSession({ id, provider, connection, ...more }: OpeningKnown): Session {
  const allowedPrivateHosts = env().ROLLCALL_ALLOWED_PRIVATE_HOSTS
  return countCalls(id, provider.openSession({ ...connection, allowedPrivateHosts, ...more }))
}

function parseStored(provider: Provider, integration: Integration): Connection {
  const settings = settingsOf(integration)
  try {
    return parseConnection(provider, { settings, credentials: openCredentials(integration) })
  } catch (cause) {
    if (!(cause instanceof RequestError)) throw cause
    const message = `The integration's settings are not complete: ${cause.message} Edit the integration.`
    throw new ProviderError({ code: "misconfigured", message, cause })
  }
}
