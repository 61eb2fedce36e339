import { setTimeout as sleep } from "node:timers/promises"

type Wait = { what: string; isSo: () => Promise<boolean>; seconds: number; everyMs?: number }

/** Asks again and again until it is so. Throws after `seconds`, saying what was waited for. */
export async function waitUntil({ what, isSo, seconds, everyMs = 50 }: Wait): Promise<void> {
  const until = performance.now() + seconds * 1000
  while (!(await isSo())) {
    if (performance.now() > until) throw new Error(`Waited ${seconds} s in vain until ${what}.`)
    await sleep(everyMs)
  }
}
