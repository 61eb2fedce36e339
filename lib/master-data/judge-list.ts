type Evidence = {
  /** Entries of the new list that can be used, and those that cannot. */
  items: number
  rejected: number
  /** Entries of what lies there now; null when that is no such list. */
  there: number | null
  /** Entries of our last version; null before the first. */
  last: number | null
  /** Percent of the published items below which a list waits for an admin. */
  smallestShare: number
}

/**
 * Why a new list is not published before an admin has looked at it (S1-GUARD), in one sentence; null when it may be. What
 * decides about exports must not be emptied by a reply that was, nor by somebody who emptied what lies there before it came:
 * it is measured by the larger of what lies there and what was published last.
 */
export function whyHeld({ items, rejected, there, last, smallestShare }: Evidence): string | null {
  const faults = rejected === 0 ? "" : ` ${rejected} items were sent that cannot be used.`
  if (there === null)
    return "What lies where the list is published is no such list, and would be overwritten. Check the bucket, the prefix and the file name."
  const published = Math.max(there, last ?? 0)
  const [are, what] =
    published === there ? ["are published", "is published"] : ["were published last", "was published last"]
  if (items === 0)
    return published === 0
      ? `Master data sent no items at all.${faults}`
      : `Master data sent no items at all, but ${published} ${are}.${faults}`
  if (items * 100 >= published * smallestShare) return null
  const share = Math.floor((items * 100) / published)
  return `The list would shrink from ${published} to ${items} items, ${share} % of what ${what}; below ${smallestShare} % it waits for an admin.${faults}`
}
