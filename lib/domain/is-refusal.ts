import type { SyncError } from "./sync-log"

/** Whether a run failed because its provider did not take the credentials. */
export const isRefusal = ({ code }: Pick<SyncError, "code">): boolean =>
  code === "unauthorized" || code === "forbidden"
