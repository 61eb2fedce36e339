export type Gateway = { id: string; deviceId: string }

/** `isWhole`: there are no others. Until every source was read whole nobody can say that. */
export type GatewayReading = { items: Gateway[]; isWhole: boolean }

/** The gateways of one account, by id; `byKey` in upper case, for ids are compared so. */
export type GatewayList = GatewayReading & { byKey: ReadonlyMap<string, Gateway>; readAt: Date }

type Options = {
  /** An account's gateways. */
  read: (accountId: string) => Promise<GatewayReading>
  /** Hears of accounts whose gateways may have changed. Returns how to stop. */
  watch: (on: { changed: (accountId: string) => void; lost: () => void }) => Promise<() => Promise<void>>
  warn: (error: unknown, message: string) => void
  /** Milliseconds after which a list is read again although nobody said that it changed. */
  staleAfterMs: number
  now: () => number
}

type Entry = { list: GatewayList | null; isStale: boolean; reading: Promise<void> | null }

/**
 * The lists of gateways of one process (S3-GATEWAYS): read when an account is first asked about, swapped whole, read again when
 * somebody tells that they changed. While the database cannot be read the last good list stands.
 */
export function openGatewayLists({ read, watch, warn, staleAfterMs, now }: Options) {
  const entries = new Map<string, Entry>()
  let watching: Promise<(() => Promise<void>) | null> | null = null

  /** The account's list; null while it could not be read. */
  async function listOf(accountId: string): Promise<GatewayList | null> {
    watching ??= startWatching()
    await watching
    const entry = entries.get(accountId) ?? { list: null, isStale: true, reading: null }
    entries.set(accountId, entry)
    const isOld = entry.list !== null && now() - entry.list.readAt.getTime() > staleAfterMs
    // That a source was read whole for the first time nobody tells
    if (entry.list?.isWhole !== true || entry.isStale) await refresh(accountId, entry)
    else if (isOld) void refresh(accountId, entry)
    return entry.list
  }

  /** One reading at a time; what changes meanwhile is read once more. */
  function refresh(accountId: string, entry: Entry): Promise<void> {
    entry.reading ??= (async () => {
      do {
        entry.isStale = false
        try {
          const reading = await read(accountId)
          entry.list = { ...reading, byKey: keyed(reading.items), readAt: new Date(now()) }
        } catch (error) {
          warn(error, "the gateways could not be read; the last list stands")
          entry.isStale = true
          return
        }
      } while (entry.isStale)
    })().finally(() => {
      entry.reading = null
    })
    return entry.reading
  }

  async function startWatching() {
    try {
      return await watch({
        changed: (accountId) => {
          const entry = entries.get(accountId)
          if (entry === undefined) return
          entry.isStale = true
          void refresh(accountId, entry)
        },
        lost: forgetWatching,
      })
    } catch (error) {
      warn(error, "changes of gateways cannot be heard; lists are read again with each question")
      forgetWatching()
      return null
    }
  }

  /** Whatever was told since is missed, so every list is read again with the next question. */
  function forgetWatching() {
    watching = null
    for (const entry of entries.values()) entry.isStale = true
  }

  async function close() {
    await (await watching)?.()
    watching = null
  }

  return { listOf, close }
}

const keyed = (items: Gateway[]): Map<string, Gateway> =>
  new Map(items.map((gateway) => [gateway.id.toUpperCase(), gateway]))
