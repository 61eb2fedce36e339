import { expect, test } from "vitest"
import { allowanceWords } from "./allowance-words"

const hub = { perSync: 3000, perDay: 400_000, what: "messages a day of 1 unit of S1" }

test("S4-WIZARD says what the chosen interval takes of the provider's own allowance, and when it is too much", () => {
  expect(allowanceWords(hub, 3600)).toEqual({
    text: "Every hour takes about 72,000 of the 400,000 messages a day of 1 unit of S1.",
    isTooMuch: false,
  })
  expect(allowanceWords(hub, 900)).toEqual({
    text: "Every 15 minutes takes about 288,000 of the 400,000 messages a day of 1 unit of S1. Less than half of them is left for what devices send.",
    isTooMuch: true,
  })
  expect(allowanceWords(hub, 300).text).toContain(
    "Every 5 minutes takes about 864,000 of the 400,000 messages a day of 1 unit of S1. These are more than there are",
  )
  expect(allowanceWords(hub, null).text).toBe(
    "Each sync takes about 3,000 of the 400,000 messages a day of 1 unit of S1.",
  )
})
