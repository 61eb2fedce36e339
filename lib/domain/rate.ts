/** At most `burst` requests at once and `perSecond` in the long run. */
export type Rate = { perSecond: number; burst: number }

/** Resolves when the next request may be sent; throws the signal's reason when it is aborted first. */
export type TakeTurn = (signal: AbortSignal) => Promise<void>
