import { ProviderError } from "@/lib/domain/provider-error"
import type { Rate, TakeTurn } from "@/lib/domain/rate"
import { assertUrlAllowed, RefusedAddress } from "./address-guard"
import { readAllowList } from "./allow-list"
import { defaultRetryTimes, type RetryTimes } from "./backoff"
import type { Refusal } from "./explain-status"
import { openAgent } from "./open-agent"
import { openPace } from "./pace"
import { type Patience, patient } from "./patience"
import { type Connection, type HttpCall, type HttpReply, sendOnce } from "./send-once"
import { tryUntilDone } from "./try-until-done"

export type HttpOptions = {
  /** Where every call goes: scheme, host, port, and the path that calls are appended to. */
  baseUrl: string
  headers: Record<string, string>
  /** Values that must never be shown, whoever repeats them. */
  secrets: string[]
  allowedPrivateHosts: string[]
  signal: AbortSignal
  explain?: (refusal: Refusal) => ProviderError | null
  rate?: Rate | null
  /** Instead of `rate`: a pace that is shared with others. */
  takeTurn?: TakeTurn | undefined
  retry?: RetryTimes
  /** The largest reply, in bytes, packed and unpacked. */
  maxBytes?: number
}

export type Http = {
  /** Throws ProviderError when it failed for good, or the signal's reason when aborted. `retries` counts what it took. */
  request(call: HttpCall, patience?: Patience): Promise<HttpReply & { retries: number }>
  close(): Promise<void>
}

const defaultMaxBytes = 25_000_000

/**
 * Opens an HTTP client for one connector session: JSON over kept-alive connections, never to private addresses that are not
 * allowed, never following redirects; what may pass is tried again, with growing waits. Throws ProviderError on a bad base URL.
 */
export function openHttp(options: HttpOptions): Http {
  const { signal, secrets, retry = defaultRetryTimes, maxBytes = defaultMaxBytes } = options
  const base = readBaseUrl(options)
  const connection: Connection = {
    dispatcher: openAgent({
      protocol: base.protocol,
      allowedPrivateHosts: options.allowedPrivateHosts,
      maxBytes,
    }),
    base,
    headers: options.headers,
    secrets,
    maxBytes,
    signal,
    explain: options.explain ?? (() => null),
  }
  const takeTurn = options.takeTurn ?? openPace(options.rate ?? null)

  const request = (call: HttpCall, patience: Patience = patient) =>
    tryUntilDone({ signal, takeTurn, patience, retry, secrets }, (timeoutMs) =>
      sendOnce(connection, call, timeoutMs),
    )

  return { request, close: () => connection.dispatcher.destroy() }
}

function readBaseUrl({ baseUrl, allowedPrivateHosts }: HttpOptions): URL {
  try {
    const url = new URL(baseUrl)
    assertUrlAllowed(url, readAllowList(allowedPrivateHosts))
    return url
  } catch (cause) {
    const message =
      cause instanceof RefusedAddress
        ? cause.message
        : "The address is not a URL. Enter one that starts with https://."
    throw new ProviderError({ code: "misconfigured", message, cause })
  }
}
