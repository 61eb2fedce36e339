import {
  type Retention,
  type RetentionUpdate,
  retention,
  retentionUpdate,
  usualRetention,
} from "@/lib/domain/retention"

/** How many days an account keeps things, as its column says, and the usual where it says nothing. */
export const retentionOf = (column: unknown): Retention =>
  retention.parse({ ...usualRetention, ...ownRetention(column) })

/** The column after a change: only what is not the usual. */
export const changeRetention = (column: unknown, change: RetentionUpdate): Partial<Retention> =>
  withoutNulls({ ...ownRetention(column), ...change })

/** What the account itself has set. */
export const ownRetention = (column: unknown): Partial<Retention> =>
  withoutNulls(retentionUpdate.parse(column))

const withoutNulls = (days: RetentionUpdate): Partial<Retention> =>
  Object.fromEntries(Object.entries(days).filter(([, value]) => value != null))
