import type { Providers } from "@/lib/domain/provider"
import { listenForLists } from "./listen-for-lists"
import { type LoadedList, loadList } from "./load-list"

/** Nothing, and a copy that stands in for S3, is tried to be replaced by the real list after so many milliseconds. */
const retryS3Ms = 30_000

type Entry = {
  providers: Providers
  list: LoadedList | null
  /** Milliseconds; null before the first load, and after one that failed. */
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

  /** Null when nothing was ever published. */
  async function read(integrationId: string, providers: Providers): Promise<LoadedList | null> {
    listening ??= listenForLists({ onPublished: refresh, onMissed: refreshAll })
    await listening.ready
    const known = entries.get(integrationId)
    const entry = known ?? { providers, list: null, loadedAt: null, loading: null }
    if (known === undefined) entries.set(integrationId, entry)
    if (entry.loadedAt === null) return entry.loading ?? load(integrationId, entry, "s3")
    const isStandIn = entry.list === null || entry.list.source === "database"
    if (isStandIn && entry.loading === null && now() - entry.loadedAt > retryS3Ms)
      load(integrationId, entry, "s3").catch(() => {}) // the copy goes on being served
    return entry.list
  }

  /** Loads a list anew that this process holds; the old one is served until the new one is there. */
  function refresh(integrationId: string): void {
    const entry = entries.get(integrationId)
    if (entry === undefined) return
    load(integrationId, entry, "delivery").catch(() => {
      entry.loadedAt = null // the next reader tries again
    })
  }

  /** What was published while nobody listened is not known. */
  function refreshAll(): void {
    for (const integrationId of entries.keys()) refresh(integrationId)
  }

  /** One after the other, so that an older list never replaces a newer one. */
  function load(integrationId: string, entry: Entry, from: "s3" | "delivery"): Promise<LoadedList | null> {
    const before = entry.loading ?? Promise.resolve(null)
    const loading = before
      .catch(() => null)
      .then(async () => {
        const list = await loadList({ integrationId, providers: entry.providers, from })
        entry.list = list
        entry.loadedAt = now()
        return list
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

const holder: typeof globalThis & { rollcallLists?: ListCache } = globalThis

/** The process's one cache, kept through Next's separate bundles of its routes. */
export function listCache(): ListCache {
  holder.rollcallLists ??= openListCache()
  return holder.rollcallLists
}
