import { z } from "zod"

export const providerErrorCode = z.enum([
  "misconfigured",
  "unauthorized",
  "forbidden",
  "not_found",
  "rate_limited",
  "quota_exhausted",
  "unreachable",
  "timeout",
  "bad_response",
  "too_large",
  /** Somebody else was first, or changed what was to be changed. */
  "conflict",
  "unexpected",
])
export type ProviderErrorCode = z.infer<typeof providerErrorCode>

/** Who has to do something before it works again: the account's admin, nobody yet (it may pass), or Rollcall's makers. */
export type MustAct = "admin" | "nobody-yet" | "rollcall"

type Details = {
  code: ProviderErrorCode
  /** What happened and what to do about it, in one or two plain sentences. Never holds a secret. */
  message: string
  /** The provider's own words, secrets cut out, at most 500 characters. */
  providerSaid?: string | null
  /** Whole seconds the provider asked us to wait. */
  retryAfterSeconds?: number | null
  cause?: unknown
}

/** Why a provider could not be read. Thrown by sessions, shown to admins, stored with the run. */
export class ProviderError extends Error {
  readonly code: ProviderErrorCode
  readonly providerSaid: string | null
  readonly retryAfterSeconds: number | null

  constructor(details: Details) {
    super(details.message, { cause: details.cause })
    this.name = "ProviderError"
    this.code = details.code
    this.providerSaid = details.providerSaid ?? null
    this.retryAfterSeconds = details.retryAfterSeconds ?? null
  }

  /** Whether the same call may succeed later without anybody changing anything. */
  get isRetryable(): boolean {
    return mustAct[this.code] === "nobody-yet"
  }

  get mustAct(): MustAct {
    return mustAct[this.code]
  }
}

const mustAct: Record<ProviderErrorCode, MustAct> = {
  misconfigured: "admin",
  unauthorized: "admin",
  forbidden: "admin",
  not_found: "admin",
  rate_limited: "nobody-yet",
  quota_exhausted: "nobody-yet",
  unreachable: "nobody-yet",
  timeout: "nobody-yet",
  bad_response: "nobody-yet",
  conflict: "nobody-yet",
  too_large: "rollcall",
  unexpected: "rollcall",
}
