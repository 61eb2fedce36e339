import type { ProviderError } from "@/lib/domain/provider-error"
import { backoffMs, type RetryTimes } from "./backoff"
import type { Patience } from "./patience"

type Failed = {
  error: ProviderError
  failures: { passing: number; limited: number }
  patience: Patience
  retry: RetryTimes
}

/** Milliseconds until the next try; null when there is no point in one. */
export function waitBeforeRetry({ error, failures, patience, retry }: Failed): number | null {
  failures.limited = error.code === "rate_limited" ? failures.limited + 1 : 0
  if (error.code !== "rate_limited") failures.passing += 1
  // A provider that asks twice in a row is left alone: Addigy is said to lock keys that go on
  const mayHelp =
    (mayPass(error) && patience.final?.includes(error.code) !== true) ||
    patience.despite?.includes(error.code) === true
  if (!mayHelp || failures.limited > (patience.limited ?? 1) || failures.passing > patience.retries)
    return null
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
    case "conflict":
    case "unexpected":
      return false
  }
}
