import type { Check } from "@/lib/domain/session"
import { type KnownConnection, openSession } from "./open-integration-session"

const deadlineMs = 30_000

/** Asks the provider itself whether a connection works, for at most 30 s. Throws a ProviderError that says why not. */
export async function checkConnection(known: KnownConnection): Promise<Check> {
  const session = openSession({ ...known, signal: AbortSignal.timeout(deadlineMs) })
  try {
    return await session.check()
  } finally {
    await session.close()
  }
}
