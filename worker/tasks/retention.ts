import type { Log } from "@/lib/log"
import { prune } from "@/lib/retention/prune"

/** Deletes what accounts keep no longer (O-RETAIN), and says how many of what. */
export async function retention({ signal, log }: { signal: AbortSignal; log: Log }): Promise<void> {
  const pruned = await prune({ now: new Date(), signal })
  if (Object.values(pruned).some((count) => count > 0)) log.info({ pruned }, "old data deleted")
}
