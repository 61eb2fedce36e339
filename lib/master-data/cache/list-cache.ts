import type { Providers } from "@/lib/domain/provider"
import { listenForLists } from "./listen-for-lists"
import { ListUnavailable, type LoadedList, loadList } from "./load-list"

/** Nothing, and what stands in for our list in S3, is tried to be replaced by the real one after so many milliseconds. */
const retryS3Ms = 30_000

type Entry = {
  providers: Providers
  list: LoadedList | null
  /** Why there is none although one may be published. */
  unavailable: ListUnavailable | null
  /** Milliseconds; null before the first load, and after one that failed for a fault of ours. */
  loadedAt: number | null
  loading: Promise<LoadedList | null> | null
}

export type ListCache = ReturnType<typeof openListCache>

/**
 * The lists in this process's memory, by integration (S1-START). Loaded at the first reading, once for all who read at the same
 * time, and swapped as a whole: a reader has the old list or the new one. When any process publishes, all load anew.
 */
export function openListCache(now: () => number = Date.now) {
  const entries = new Map<string, Entry>()
  let listening: ReturnType<typeof listenForLists> | null = null

  /** Null when nothing was ever published; throws ListUnavailable when there is nothing to serve although something may be. */
  async function read(integrationId: string, providers: Providers): Promise<LoadedList | null> {
    listening ??= listenForLists({ onPublished: (id) => refresh(id), onMissed: refreshAll })
    await listening.ready
    const known = entries.get(integrationId)
    const entry = known ?? { providers, list: null, unavailable: null, loadedAt: null, loading: null }
    if (known === undefined) entries.set(integrationId, entry)
    if (entry.loadedAt === null) return entry.loading ?? load(integrationId, entry, "s3")
    const isLate = now() - entry.loadedAt > retryS3Ms
    if (isLate && entry.unavailable !== null) return entry.loading ?? load(integrationId, entry, "s3")
    if (isLate && entry.loading === null && isStandIn(entry.list))
      load(integrationId, entry, "s3").catch(() => {}) // what is there goes on being served
    if (entry.unavailable !== null) throw entry.unavailable
    return entry.list
  }

  /** Loads a list anew that this process holds; the old one is served until the new one is there. */
  function refresh(integrationId: string, from: "s3" | "delivery" = "delivery"): void {
    const entry = entries.get(integrationId)
    if (entry === undefined) return
    load(integrationId, entry, from).catch(() => {
      entry.loadedAt = null // the next reader tries again
    })
  }

  /** What was published while nobody listened is not known. */
  function refreshAll(): void {
    for (const integrationId of entries.keys()) refresh(integrationId, "s3")
  }

  /** One after the other, so that an older list never replaces a newer one. */
  function load(integrationId: string, entry: Entry, from: "s3" | "delivery"): Promise<LoadedList | null> {
    const before = entry.loading ?? Promise.resolve(null)
    const loading = before
      .catch(() => null)
      .then(async () => {
        const loaded = await loadList({ integrationId, providers: entry.providers, from }).catch(refusal)
        entry.loadedAt = now()
        if (!(loaded instanceof ListUnavailable)) {
          entry.list = loaded
          entry.unavailable = null
        } else if (entry.list === null) {
          entry.unavailable = loaded
          throw loaded
        }
        return entry.list
      })
      .finally(() => {
        if (entry.loading === loading) entry.loading = null
      })
    entry.loading = loading
    return loading
  }

  return {
    read,
    close: async () => {
      entries.clear()
      await listening?.close()
      listening = null
    },
  }
}

/** A copy from the database, or what somebody else put there: our list may lie there again by now. */
const isStandIn = (list: LoadedList | null): boolean =>
  list === null || list.source === "database" || list.version === null

function refusal(error: unknown): ListUnavailable {
  if (error instanceof ListUnavailable) return error
  throw error
}

const holder: typeof globalThis & { rollcallLists?: ListCache } = globalThis

/** The process's one cache, kept through Next's separate bundles of its routes. */
export function listCache(): ListCache {
  holder.rollcallLists ??= openListCache()
  return holder.rollcallLists
}
