import { expect, it } from "vitest"
import { pauseAfter } from "./pause"

/** What comes before and after so many calls: `call`, or the milliseconds of a wait. */
async function sequence({ calls, ms, made }: { calls: number; ms: number; made: number }) {
  const told: (string | number)[] = []
  const wait = async (waited: number) => void told.push(waited)
  const takeTurn = pauseAfter({ calls, ms, wait }, async () => void told.push("call"))
  for (let call = 0; call < made; call++) await takeTurn(new AbortController().signal)
  return told
}

const five = Array.from({ length: 5 }, () => "call")

it("S2-RATE pauses after every five calls, neither sooner nor later, and not after the last", async () => {
  expect(await sequence({ calls: 5, ms: 500, made: 15 })).toEqual([...five, 500, ...five, 500, ...five])
})

it("S2-RATE pauses as often as is set, or never", async () => {
  expect(await sequence({ calls: 1, ms: 7, made: 3 })).toEqual(["call", 7, "call", 7, "call"])
  expect(await sequence({ calls: 0, ms: 500, made: 7 })).toEqual([...five, "call", "call"])
})
