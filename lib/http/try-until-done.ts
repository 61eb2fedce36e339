import { ProviderError } from "@/lib/domain/provider-error"
import type { TakeTurn } from "@/lib/domain/rate"
import { pause, type RetryTimes } from "./backoff"
import type { Patience } from "./patience"
import { cutSecrets } from "./provider-words"
import { tellCall } from "./tell-call"
import { waitBeforeRetry } from "./wait-before-retry"

type Trying = {
  signal: AbortSignal
  takeTurn: TakeTurn
  patience: Patience
  retry: RetryTimes
  /** Values that must never be shown, whoever repeats them. */
  secrets: string[]
}

/**
 * Sends a request when its turn has come, and again, with growing waits, as long as that may help. Throws the last ProviderError
 * when it failed for good, or the signal's reason when aborted. `retries` counts what it took.
 */
export async function tryUntilDone<T extends object>(
  { signal, takeTurn, patience, retry, secrets }: Trying,
  send: (timeoutMs: number) => Promise<T>,
): Promise<T & { retries: number }> {
  const failures = { passing: 0, limited: 0 }
  for (let retries = 0; ; retries++) {
    signal.throwIfAborted()
    await takeTurn(signal)
    try {
      const timeoutMs = retry.timeoutMs ?? patience.timeoutMs
      return { ...(await tellCall(() => send(timeoutMs), signal)), retries }
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof ProviderError)) throw error
      const waitMs = waitBeforeRetry({ error, failures, patience, retry })
      if (waitMs === null) throw told(error, retries, secrets)
      await pause(waitMs, signal)
    }
  }
}

/** The same error, with the number of tries, and without secrets whoever wrote them into it. */
function told(error: ProviderError, retries: number, secrets: string[]): ProviderError {
  const tries = retries > 0 ? ` Tried ${retries + 1} times.` : ""
  return new ProviderError({
    code: error.code,
    message: cutSecrets(error.message + tries, secrets),
    providerSaid: error.providerSaid === null ? null : cutSecrets(error.providerSaid, secrets),
    retryAfterSeconds: error.retryAfterSeconds,
    cause: error.cause,
  })
}
