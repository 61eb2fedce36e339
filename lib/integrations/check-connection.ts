import { ProviderError } from "@/lib/domain/provider-error"
import type { Check } from "@/lib/domain/session"
import { type KnownConnection, openSession } from "./open-integration-session"

/** Asks the provider itself whether a connection works, for at most 30 s. Throws a ProviderError that says why not. */
export async function checkConnection(known: KnownConnection, deadlineMs = 30_000): Promise<Check> {
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(tookTooLong(deadlineMs)), deadlineMs)
  const session = openSession({ ...known, signal: deadline.signal })
  try {
    return await session.check()
  } finally {
    clearTimeout(timer)
    await session.close()
  }
}

/** The reason of the signal, which is what a session throws that is cut short. */
const tookTooLong = (deadlineMs: number): ProviderError =>
  new ProviderError({
    code: "timeout",
    message: `The check was given up after ${deadlineMs / 1000} s. The system may be slow or busy: try again, and if it goes on, see what holds its answers up.`,
  })
