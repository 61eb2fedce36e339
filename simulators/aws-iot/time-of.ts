import type { World } from "./world"

/** A time as the service writes it: seconds since 1970, or ISO 8601 where a fault says so. */
export const timeOf = ({ faults }: World, ms: number): number | string =>
  faults.find("iso_times") ? new Date(ms).toISOString() : ms / 1000
