import type { ProviderErrorCode } from "@/lib/domain/provider-error"

/** How long a call may take before it is given up. Times in milliseconds. */
export type Patience = {
  retries: number
  timeoutMs: number
  maxWaitMs: number
  /** How many 429 in a row are waited for; 1 when left out, because some services lock those who go on. */
  limited?: number
  /** Failures that are tried again although that seldom helps, because a service is known to pass over them. */
  despite?: ProviderErrorCode[]
  /** Failures that might pass but are not tried again: a password is not sent to a wrong place four times. */
  final?: ProviderErrorCode[]
}

export const patient: Patience = { retries: 3, timeoutMs: 60_000, maxWaitMs: 60_000 }
/** For a person who waits in front of a form. */
export const quick: Patience = { retries: 1, timeoutMs: 15_000, maxWaitMs: 5_000 }
