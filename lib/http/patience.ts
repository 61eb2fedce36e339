/** How long a call may take before it is given up. Times in milliseconds. */
export type Patience = {
  retries: number
  timeoutMs: number
  maxWaitMs: number
  /** How many 429 in a row are waited for; 1 when left out, because some services lock those who go on. */
  limited?: number
}

export const patient: Patience = { retries: 3, timeoutMs: 60_000, maxWaitMs: 60_000 }
/** For a person who waits in front of a form. */
export const quick: Patience = { retries: 1, timeoutMs: 15_000, maxWaitMs: 5_000 }
