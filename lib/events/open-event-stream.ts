import type { Channel } from "@/lib/domain/channel"
import { goOn, type Position, readEvents, writePosition } from "./read-events"
import { type Watch, watchNews } from "./watch-news"

type Opening = {
  accountId: string
  channel: Channel
  from: Position
  signal: AbortSignal
  /** Throws when the listener may listen no longer; asked each minute. */
  check: () => Promise<void>
  /** Milliseconds, where the usual ones are too long (tests). */
  times?: Partial<Times>
}
type Times = { beatMs: number; checkMs: number; longestMs: number }

/** A listener whose connection has lasted the longest comes back by itself, after the last event it saw. */
const usualTimes: Times = { beatMs: 15_000, checkMs: 60_000, longestMs: 600_000 }

/**
 * A channel as server-sent events: each with its position as id, so that a listener who is cut off goes on where it was. A
 * comment each 15 s keeps the connection through proxies. A listener that does not take what it is sent is not read for. Ends
 * when the listener is gone or may listen no longer.
 */
export function openEventStream(opening: Opening): ReadableStream<Uint8Array> {
  const gone = new AbortController()
  const signal = AbortSignal.any([opening.signal, gone.signal])
  const watch = watchNews(opening.accountId)
  signal.addEventListener("abort", watch.stop, { once: true })
  const texts = messages({ ...opening, signal }, watch)
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      // The listener comes back and is told then, if it may not
      const { value, done } = await texts.next().catch(() => ({ value: undefined, done: true }))
      if (value !== undefined) controller.enqueue(encoder.encode(value))
      if (done !== true) return
      gone.abort()
      controller.close()
    },
    cancel: () => gone.abort(),
  })
}

async function* messages(opening: Opening, watch: Watch): AsyncGenerator<string, undefined> {
  const { accountId, channel, check, signal } = opening
  const { beatMs, checkMs, longestMs } = { ...usualTimes, ...opening.times }
  const opened = Date.now()
  let position = opening.from
  let [saidAt, checkedAt] = [opened, opened]
  try {
    yield `retry: 2000\nid: ${writePosition(position)}\nevent: Ready\ndata: {}\n\n`
    while (!signal.aborted && Date.now() - opened < longestMs) {
      const events = await readEvents({ accountId, channel, after: position })
      for (const { position: at, event } of events) {
        position = goOn(position, at)
        yield `id: ${writePosition(position)}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`
      }
      const now = Date.now()
      if (events.length > 0) saidAt = now
      else if (now - saidAt >= beatMs) {
        saidAt = now
        yield ": beat\n\n"
      }
      if (now - checkedAt >= checkMs) {
        checkedAt = now
        await check()
      }
      if (events.length > 0) continue
      await watch.news(Math.max(1, Math.min(saidAt + beatMs, checkedAt + checkMs) - Date.now()))
    }
  } finally {
    watch.stop()
  }
  return undefined
}
