import { Agent } from "undici"
import { ProviderError } from "@/lib/domain/provider-error"
import { assertUrlAllowed, bareHost, RefusedAddress } from "./address-guard"
import { readAllowList } from "./allow-list"
import { backoffMs, defaultRetryTimes, pause, type RetryTimes } from "./backoff"
import type { Refusal } from "./explain-status"
import { guardedLookup } from "./guarded-lookup"
import { openPace, type Rate } from "./pace"
import { cutSecrets } from "./provider-words"
import { type Connection, type HttpCall, type HttpReply, sendOnce } from "./send-once"

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
  retry?: RetryTimes
  /** The largest reply, in bytes, packed and unpacked. */
  maxBytes?: number
}

/** How long a call may take before it is given up. Times in milliseconds. */
export type Patience = { retries: number; timeoutMs: number; maxWaitMs: number }

export const patient: Patience = { retries: 3, timeoutMs: 60_000, maxWaitMs: 60_000 }
/** For a person who waits in front of a form. */
export const quick: Patience = { retries: 1, timeoutMs: 15_000, maxWaitMs: 5_000 }

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
    dispatcher: openAgent(base, options.allowedPrivateHosts, maxBytes),
    base,
    headers: options.headers,
    secrets,
    maxBytes,
    signal,
    explain: options.explain ?? (() => null),
  }
  const takeTurn = openPace(options.rate ?? null)

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

function openAgent(base: URL, allowedPrivateHosts: string[], maxBytes: number): Agent {
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
      ...(base.protocol === "https:" ? { servername: bareHost(base) } : {}),
    },
  })
}

type Failed = {
  error: ProviderError
  failures: { passing: number; limited: number }
  patience: Patience
  retry: RetryTimes
}

/** Milliseconds until the next try; null when there is no point in one. */
function waitBeforeRetry({ error, failures, patience, retry }: Failed): number | null {
  failures.limited = error.code === "rate_limited" ? failures.limited + 1 : 0
  if (error.code !== "rate_limited") failures.passing += 1
  // A provider that asks twice in a row is left alone: Addigy is said to lock keys that go on
  if (!mayPass(error) || failures.limited > 1 || failures.passing > patience.retries) return null
  const askedMs = error.retryAfterSeconds === null ? 0 : error.retryAfterSeconds * 1000
  const ownMs =
    error.code === "rate_limited" && askedMs === 0 ? retry.maxMs : backoffMs(failures.passing || 1, retry)
  const waitMs = Math.max(askedMs, ownMs)
  return waitMs > patience.maxWaitMs ? null : waitMs
}

function mayPass(error: ProviderError): boolean {
  switch (error.code) {
    case "unreachable":
    case "timeout":
    case "bad_response":
    case "rate_limited":
      return true
    case "misconfigured":
    case "unauthorized":
    case "forbidden":
    case "not_found":
    case "quota_exhausted":
    case "too_large":
    case "unexpected":
      return false
  }
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
