import { setTimeout as sleep } from "node:timers/promises"
import type { Channel } from "@/lib/domain/channel"
import { type Position, readEvents, writePosition } from "./read-events"

type Opening = {
  accountId: string
  channel: Channel
  from: Position
  signal: AbortSignal
  /** Throws when the listener may listen no longer; asked each minute. */
  check: () => Promise<void>
  /** Milliseconds, where the usual ones are too long (tests). */
  everyMs?: number
}

const beatMs = 15_000
const checkMs = 60_000
/** A listener comes back by itself, after the last event it saw. */
const longestMs = 600_000

/**
 * A channel as server-sent events: each with its position as id, so that a listener who is cut off goes on where it was. A
 * comment each 15 s keeps the connection through proxies. Ends when the listener is gone or may listen no longer.
 */
export function openEventStream(opening: Opening): ReadableStream<Uint8Array> {
  const gone = new AbortController()
  const signal = AbortSignal.any([opening.signal, gone.signal])
  const encoder = new TextEncoder()
  return new ReadableStream({
    async start(controller) {
      try {
        for await (const text of messages(opening, signal)) controller.enqueue(encoder.encode(text))
        controller.close()
      } catch {
        // The listener comes back and is told then, if it may not
        if (!gone.signal.aborted) controller.close()
      }
    },
    cancel: () => gone.abort(),
  })
}

async function* messages(opening: Opening, signal: AbortSignal): AsyncGenerator<string> {
  const { accountId, channel, check, everyMs = 1000 } = opening
  const opened = Date.now()
  let position = opening.from
  let [saidAt, checkedAt] = [opened, opened]
  yield `retry: 2000\nid: ${writePosition(position)}\nevent: Ready\ndata: {}\n\n`
  while (!signal.aborted && Date.now() - opened < longestMs) {
    const events = await readEvents({ accountId, channel, after: position })
    for (const { position: at, event } of events) {
      position = at
      yield `id: ${writePosition(at)}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`
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
    if (events.length === 0) await sleep(everyMs, undefined, { signal }).catch(() => {})
  }
}
