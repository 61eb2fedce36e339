import { type Schedule, streamInterval } from "@/lib/domain/schedule"

/** The schedule of a stream that has an interval of its own. */
export const streamSchedule = ({ syncInterval }: { syncInterval: number }): Schedule => ({
  kind: "interval",
  seconds: streamInterval.parse(syncInterval),
})
