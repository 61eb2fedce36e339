import { Agent } from "undici"
import { ProviderError } from "@/lib/domain/provider-error"
import type { Rate, TakeTurn } from "@/lib/domain/rate"
import { assertUrlAllowed, RefusedAddress } from "./address-guard"
import { readAllowList } from "./allow-list"
import { defaultRetryTimes, pause, type RetryTimes } from "./backoff"
import type { Refusal } from "./explain-status"
import { guardedLookup } from "./guarded-lookup"
import { openPace } from "./pace"
import { type Patience, patient } from "./patience"
import { cutSecrets } from "./provider-words"
import { type Connection, type HttpCall, type HttpReply, sendOnce } from "./send-once"
import { waitBeforeRetry } from "./wait-before-retry"

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
  tls?: Tls
}

/** `ca`: certificates (PEM) to trust in place of the usual ones. Without `verify` anybody in between can read along. */
export type Tls = { ca: string | null; verify: boolean }

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
    dispatcher: openAgent(base, options, maxBytes),
    base,
    headers: options.headers,
    secrets,
    maxBytes,
    signal,
    explain: options.explain ?? (() => null),
  }
  const takeTurn = options.takeTurn ?? openPace(options.rate ?? null)

  async function request(call: HttpCall, patience: Patience = patient) {
    const failures = { passing: 0, limited: 0 }
    for (let retries = 0; ; retries++) {
      signal.throwIfAborted()
      await takeTurn(signal)
      try {
        return { ...(await sendOnce(connection, call, retry.timeoutMs ?? patience.timeoutMs)), retries }
      } catch (error) {
        signal.throwIfAborted()
        if (!(error instanceof ProviderError)) throw error
        const waitMs = waitBeforeRetry({ error, failures, patience, retry })
        if (waitMs === null) throw told(error, retries, secrets)
        await pause(waitMs, signal)
      }
    }
  }

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

function openAgent(base: URL, { allowedPrivateHosts, tls }: HttpOptions, maxBytes: number): Agent {
  return new Agent({
    allowH2: false,
    connections: 8,
    keepAliveTimeout: 10_000,
    headersTimeout: 0, // the deadline of each call covers headers and body
    bodyTimeout: 0,
    maxResponseSize: maxBytes,
    connect: {
      timeout: 10_000,
      lookup: guardedLookup({ protocol: base.protocol, allowed: readAllowList(allowedPrivateHosts) }),
      ...(tls?.ca == null ? {} : { ca: tls.ca }),
      ...(tls?.verify === false ? { rejectUnauthorized: false } : {}),
    },
  })
}

/** The same error, with the number of tries, and without secrets whoever wrote them into it. */
function told(error: ProviderError, retries: number, secrets: string[]): ProviderError {
  const tries = retries > 0 ? ` Tried ${retries + 1} times.` : ""
  return new ProviderError({
    code: error.code,
    message: cutSecrets(error.message + tries, secrets),
    providerSaid: error.providerSaid,
    retryAfterSeconds: error.retryAfterSeconds,
    cause: error.cause,
  })
}
