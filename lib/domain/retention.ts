import { z } from "zod"

/** Days that things are kept where an account does not say otherwise (O-RETAIN). */
export const usualRetention = {
  /** Raw replies of providers. */
  pages: 14,
  /** What runs had to say, rejects included. */
  lines: 90,
  /** Plans of previews and replays. */
  plans: 30,
  /** The history of devices; the fleet can be shown as it was for the shorter of this and `retiredDevices`. */
  changes: 400,
  events: 90,
  /** Notifications that were read, and what became of those that were sent out. */
  notifications: 90,
  /** Runs that ended, but the last of each integration. */
  runs: 400,
  /** Devices that were removed; until then one that returns takes up its identity and history. */
  retiredDevices: 90,
  /** Held removals that nobody decided on; they are let go, not made. */
  openHolds: 30,
}
export type Retention = typeof usualRetention

const days = z
  .int("Give a whole number of days.")
  .min(1, "At least 1 day is kept.")
  .max(3650, "At most 3650 days, ten years, are kept.")

export const retention = z.strictObject({
  pages: days,
  lines: days,
  plans: days,
  changes: days,
  events: days,
  notifications: days,
  runs: days,
  retiredDevices: days,
  openHolds: days,
}) satisfies z.ZodType<Retention>

const change = days.nullable().optional()

/** What an account changes of it: what is left out stays, null goes back to the usual. */
export const retentionUpdate = z.strictObject({
  pages: change,
  lines: change,
  plans: change,
  changes: change,
  events: change,
  notifications: change,
  runs: change,
  retiredDevices: change,
  openHolds: change,
})
export type RetentionUpdate = z.infer<typeof retentionUpdate>
