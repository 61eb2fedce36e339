import type { Provider } from "@/lib/domain/provider"
import type { Check } from "@/lib/domain/session"
import { openSession } from "./open-integration-session"
import type { Connection } from "./parse-connection"

const deadlineMs = 30_000

/** Asks the provider itself whether a connection works, for at most 30 s. Throws a ProviderError that says why not. */
export async function checkConnection(provider: Provider, connection: Connection): Promise<Check> {
  const session = openSession(provider, connection, AbortSignal.timeout(deadlineMs))
  try {
    return await session.check()
  } finally {
    await session.close()
  }
}
