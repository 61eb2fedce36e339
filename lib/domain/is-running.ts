import type { SyncStatus } from "./sync-log"

/** Whether a run has still to end. Apart from the schemas, because pages ask it before they have any of those. */
export const isRunning = (status: SyncStatus): boolean => status === "PENDING" || status === "RUNNING"
