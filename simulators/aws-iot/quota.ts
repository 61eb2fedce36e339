import type { World } from "./world"

/** A bucket of as many calls as a fault allows in a second; without that fault everything passes. */
export function openQuota({ faults, now }: Pick<World, "faults" | "now">): () => boolean {
  let left = 0
  let filledAt = 0
  return () => {
    const quota = faults.find("quota")
    if (quota === null) return true
    const at = now()
    left = Math.min(quota.perSecond, left + ((at - filledAt) / 1000) * quota.perSecond)
    filledAt = at
    if (left < 1) return false
    left -= 1
    return true
  }
}
