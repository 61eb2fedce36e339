import { setTimeout as sleep } from "node:timers/promises"

/**
 * Waits until `url` answers 2xx or 3xx. Throws after `seconds`, saying what it answered last, and when told to stop.
 */
export async function waitFor({
  name,
  url,
  signal,
  seconds = 60,
}: {
  name: string
  url: string
  signal: AbortSignal
  seconds?: number
}): Promise<void> {
  const until = performance.now() + seconds * 1000
  for (let last = "nothing"; ; ) {
    signal.throwIfAborted()
    try {
      const reply = await fetch(url, {
        redirect: "manual",
        signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
      })
      if (reply.status < 400) return
      last = `${reply.status} ${(await reply.text()).slice(0, 200)}`
    } catch (error) {
      if (error instanceof Error) last = error.cause instanceof Error ? error.cause.message : error.message
    }
    if (performance.now() > until)
      throw new Error(`${name} was not ready after ${seconds} s; ${url} answered: ${last}`)
    await sleep(100, undefined, { signal })
  }
}
