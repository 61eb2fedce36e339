/** Rows that one worker has in hand at once. */
export const rowsAtOnce = 10

/** A worker that died over a row is known by this; longer than any attempt takes. */
export const leaseSeconds = 120

type Work<T> = {
  /** Takes what is due, `rowsAtOnce` at most. */
  claim: () => Promise<T[]>
  /** Tries one, and records how it went. */
  attempt: (row: T) => Promise<void>
  signal: AbortSignal
}

/** Works off an outbox until nothing is due, some rows at a time, so that one slow receiver keeps few others waiting. */
export async function workOff<T>({ claim, attempt, signal }: Work<T>): Promise<void> {
  while (!signal.aborted) {
    const rows = await claim()
    if (rows.length === 0) return
    await Promise.all(rows.map(attempt))
  }
}
