import "server-only"
import { type DehydratedState, dehydrate, QueryClient } from "@tanstack/react-query"
import type { RunAddress } from "@/components/syncs/run-address"
import type { Actor } from "@/lib/domain/account"
import { isRunning } from "@/lib/domain/is-running"
import type { SyncLogView } from "@/lib/domain/sync-log"
import {
  syncChangeCountsQuery,
  syncChangesQuery,
  syncLinesQuery,
  syncPagesQuery,
} from "@/lib/queries/sync-logs"
import { countSyncChanges } from "@/lib/sync-logs/count-sync-changes"
import { listSyncChanges } from "@/lib/sync-logs/list-sync-changes"
import { listSyncLines } from "@/lib/sync-logs/list-sync-lines"
import { listSyncPages } from "@/lib/sync-logs/list-sync-pages"

/** The lists on a run's page as the browser would ask for them, so that the first paint has them; nothing of a live run. */
export async function readRunLists(
  actor: Actor,
  { id, status, counts }: SyncLogView,
  { action, level, search }: RunAddress,
): Promise<DehydratedState> {
  const cache = new QueryClient()
  if (isRunning(status)) return dehydrate(cache)
  const first = <T>(page: T) => ({ pages: [page], pageParams: [null] })
  const [amounts, changes, lines, rejects, pages] = await Promise.all([
    countSyncChanges(actor, id),
    listSyncChanges(actor, id, { limit: 50, ...(action !== null && { action }) }),
    listSyncLines(actor, id, { limit: 100, level, search }),
    counts.rejected === 0 ? null : listSyncLines(actor, id, { limit: 100, rejectsOnly: true }),
    listSyncPages(actor, id, { limit: 20 }),
  ])
  cache.setQueryData(syncChangeCountsQuery(id).queryKey, amounts)
  cache.setQueryData(syncChangesQuery(id, action).queryKey, first(changes))
  cache.setQueryData(syncLinesQuery(id, "lines", { level, search }).queryKey, first(lines))
  if (rejects !== null) cache.setQueryData(syncLinesQuery(id, "rejects").queryKey, first(rejects))
  cache.setQueryData(syncPagesQuery(id).queryKey, first(pages))
  return dehydrate(cache)
}
