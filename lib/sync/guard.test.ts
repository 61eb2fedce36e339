import { describe, expect, test } from "vitest"
import { judgeRemovals } from "./guard"

const tally = {
  staged: 100,
  created: 0,
  updated: 0,
  unchanged: 100,
  restored: 0,
  conflicts: 0,
  known: 100,
  absent: 0,
  absentTwice: 0,
  held: 0,
  lapsed: 0,
  dismissed: 0,
  returned: 0,
  planned: 0,
}

type Evidence = Parameters<typeof judgeRemovals>[0]
type Given = Partial<Omit<Evidence, "tally">> & { tally?: Partial<typeof tally> }

/** A whole read of a known fleet, but for what is given. */
const judge = (given: Given = {}) =>
  judgeRemovals({
    complete: true,
    incomplete: null,
    isByChoice: false,
    scope: "all",
    lastScope: "all",
    unidentified: 0,
    expectedTotal: 100,
    received: 100,
    policy: { records: 10, percent: 20 },
    ...given,
    tally: { ...tally, ...given.tally },
  })

/** Five records that two reads have missed: enough to remove, were the read beyond doubt. */
const gone = { absent: 5, absentTwice: 5 }

describe("S3-REMOVE what a read may remove", () => {
  test.each<[string, Given, string]>([
    ["nobody is missing", {}, "none"],
    ["missing for the first time", { tally: { absent: 5 } }, "mark"],
    ["missing for the second time", { tally: gone }, "retire"],
    ["some for the first and some for the second time", { tally: { absent: 9, absentTwice: 5 } }, "retire"],
    ["more came than was announced", { tally: gone, expectedTotal: 90 }, "retire"],
    ["the provider gives no total", { tally: gone, expectedTotal: null }, "retire"],
    ["the read did not reach the end", { tally: gone, complete: false }, "none"],
    ["a detail call failed", { tally: gone, incomplete: "A detail call failed." }, "none"],
    ["a record came without an id", { tally: gone, unidentified: 1 }, "none"],
    ["fewer came than were announced", { tally: gone, received: 99 }, "none"],
    ["an empty read that was announced as full", { tally: { staged: 0, ...gone }, received: 0 }, "none"],
    ["no complete read before", { tally: gone, lastScope: null }, "mark"],
    ["another selection than before", { tally: gone, scope: "policy a" }, "mark"],
  ])("%s", (_, given, kind) => {
    expect(judge(given).decision.kind).toBe(kind)
  })

  test("the first read of another selection says how much it lacks", () => {
    expect(judge({ tally: { absent: 77 }, scope: "policy a" }).sentence).toBe(
      "Nothing removed: this is the first complete read of this selection. 77 records are missing; that counts from the next one.",
    )
  })

  test("one doubt is enough, whatever else speaks for a removal, and the sentence names it", () => {
    const sentences = [
      [{ complete: false }, "did not reach the end"],
      [{ incomplete: "DescribeThing failed for thing-7." }, "DescribeThing failed for thing-7."],
      [{ unidentified: 3 }, "3 records came without an id"],
      [{ received: 60 }, "speaks of 100 records and sent 60"],
    ] as const
    for (const [given, words] of sentences) {
      const { decision, sentence } = judge({ ...given, tally: gone })
      expect(decision).toEqual({ kind: "none" })
      expect(sentence).toMatch(/^Nothing removed: /)
      expect(sentence).toContain(words)
    }
  })
})

describe("N-HOLD what waits for an admin", () => {
  const missing = (absentTwice: number, known: number) => ({ absentTwice, absent: absentTwice, known })

  test.each([
    ["a small fleet, up to 10 records", missing(10, 12), "retire"],
    ["a small fleet, 11 records", missing(11, 12), "hold"],
    ["a large fleet, 20 %", missing(200, 1000), "retire"],
    ["a large fleet, one more than 20 %", missing(201, 1000), "hold"],
  ])("%s", (_, counted, kind) => {
    expect(judge({ tally: counted }).decision.kind).toBe(kind)
  })

  test("the integration's own policy draws the line", () => {
    expect(judge({ tally: missing(1, 1000), policy: { records: 0, percent: 0 } }).decision.kind).toBe("hold")
    expect(judge({ tally: missing(900, 1000), policy: { records: 0, percent: 100 } }).decision.kind).toBe(
      "retire",
    )
  })

  test("an empty read of a known fleet is held even where the policy would allow it", () => {
    const { decision, sentence } = judge({
      tally: { staged: 0, ...missing(3, 3) },
      expectedTotal: 0,
      received: 0,
    })
    expect(decision).toEqual({
      kind: "hold",
      reason: "The provider sent no records at all, but 3 are known.",
    })
    expect(sentence).toContain("held for an admin")
  })

  test.each([
    [3, "3 are known"],
    [1, "1 is known"],
  ])("the first empty read of a fleet of %s is only remembered, and says what comes next", (known, words) => {
    const tallied = { staged: 0, known, absent: known }
    expect(judge({ tally: tallied, expectedTotal: 0, received: 0 })).toEqual({
      decision: { kind: "mark" },
      proven: true,
      isSuspicious: true,
      sentence: `Nothing removed: the provider sent no records at all, but ${words}. If the next complete read is empty too, an admin is asked.`,
    })
  })

  test.each([
    ["fewer than the limit are left of it", { absent: 5, absentTwice: 5, held: 5 }, "mark"],
    ["others are missing for the first time", { absent: 9, absentTwice: 5, held: 5 }, "mark"],
    ["a few others are gone", { absent: 9, absentTwice: 9, held: 5 }, "retire"],
    [
      "so many others are gone that it is too much together",
      { absent: 25, absentTwice: 25, held: 18 },
      "hold",
    ],
  ])("what waits is decided by nobody but an admin: %s", (_, counted, kind) => {
    const { decision, sentence } = judge({ tally: counted })
    expect(decision.kind).toBe(kind)
    if (kind !== "hold") expect(sentence).toContain("allowed; 5 removals wait for an admin")
  })

  test("what nobody decided on in time is asked for again, however few", () => {
    const { decision } = judge({ tally: { absent: 2, absentTwice: 2, lapsed: 2 } })
    expect(decision).toEqual({
      kind: "hold",
      reason: "2 removals that nobody decided on in time are asked for again.",
    })
  })

  test("a read that misses far more than before is no proof for the few it missed before", () => {
    const { decision } = judge({ tally: { absent: 80, absentTwice: 15 } })
    expect(decision).toEqual({
      kind: "hold",
      reason:
        "80 of 100 records are missing, 65 of them for the first time; that is more than the limit of 20 (the larger of 10 and 20 %).",
    })
  })

  test("a first absence of very many is a warning that tells what comes next", () => {
    const few = judge({ tally: { absent: 20 } })
    expect([few.isSuspicious, few.sentence]).toEqual([
      false,
      "allowed; 20 records are missing for the first time, and removed when the next complete read misses them too",
    ])
    const many = judge({ tally: { absent: 21 } })
    expect([many.isSuspicious, many.sentence]).toEqual([
      true,
      "allowed; 21 records are missing for the first time, more than the limit of 20. If the next complete read misses them too, their removal waits for an admin",
    ])
  })

  test("a read that was not whole is a warning, for somebody should look; one that is not by choice is none", () => {
    expect(judge({ incomplete: "A detail call failed." }).isSuspicious).toBe(true)
    expect(judge({ received: 99 }).isSuspicious).toBe(true)
    expect(judge({ unidentified: 1 }).isSuspicious).toBe(true)
    expect(judge({ incomplete: "It is switched off.", isByChoice: true })).toMatchObject({
      decision: { kind: "none" },
      isSuspicious: false,
      sentence: "Nothing removed: It is switched off.",
    })
  })

  test("what an admin dismissed is not told of as missing", () => {
    expect(judge({ tally: { absent: 30, dismissed: 30 } })).toMatchObject({
      decision: { kind: "none" },
      sentence: "allowed; 30 removals that an admin dismissed are left alone",
    })
  })
})
