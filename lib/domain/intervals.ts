/** Seconds between runs that the wizard offers (S4-INTERVALS). Anything else is said as a cron expression. */
export const syncIntervals = [300, 900, 1800, 3600, 21600, 86400] as const
export const defaultSyncInterval = 3600

/** Seconds between runs of a stream that has an interval of its own (S3-FREQ). */
export const streamIntervals = [300, 600, 900, 1800, 3600, 21600, 86400] as const
export type StreamInterval = (typeof streamIntervals)[number]
