import { pool } from "@/lib/db/client"
import { selectNews } from "./read/store"

/** Told when there may be news for an account. */
export type Watch = {
  /** Resolves at the next news, at once when there were some since it last did, or after so many milliseconds. */
  news: (longestMs: number) => Promise<void>
  stop: () => void
}

type Watcher = { accountId: string; tell: () => void }

const everyMs = 1000
const watchers = new Set<Watcher>()
/** Events of transactions before this one have been told; null while nobody watches. */
let upTo: string | null = null
let timer: NodeJS.Timeout | null = null

/**
 * Watches the outbox for an account. However many watch, the process looks once a second, for all of them together; who is told
 * reads for itself, from where it was, so that a look which fails or comes late costs nothing but time.
 */
export function watchNews(accountId: string): Watch {
  let isTold = false
  let wake: (() => void) | null = null
  const tell = () => {
    isTold = true
    wake?.()
  }
  const watcher: Watcher = { accountId, tell }
  watchers.add(watcher)
  timer ??= setTimeout(() => void look(), everyMs)
  return {
    async news(longestMs) {
      if (!isTold) {
        await new Promise<void>((resolve) => {
          const longest = setTimeout(resolve, longestMs)
          wake = () => {
            clearTimeout(longest)
            resolve()
          }
        })
      }
      wake = null
      isTold = false
    },
    stop: () => {
      watchers.delete(watcher)
      tell()
    },
  }
}

async function look(): Promise<void> {
  const asked = new Set(watchers)
  const told = await newsFor([...new Set([...asked].map(({ accountId }) => accountId))])
  // Who came during the look was not asked about, and may have read before what the look has seen
  for (const watcher of watchers)
    if (told === "all" || !asked.has(watcher) || told.has(watcher.accountId)) watcher.tell()
  timer = watchers.size === 0 ? null : setTimeout(() => void look(), everyMs)
  if (timer === null) upTo = null
}

/** The accounts that have events since the last look; "all" where that cannot be told. */
async function newsFor(accountIds: string[]): Promise<Set<string> | "all"> {
  try {
    const { rows } = await pool().query<{ upTo: string; accounts: string[] }>(selectNews, [accountIds, upTo])
    const [news] = rows
    const isFirst = upTo === null
    upTo = news?.upTo ?? null
    return isFirst ? "all" : new Set(news?.accounts)
  } catch {
    // Whoever reads will meet the fault, and end
    return "all"
  }
}
