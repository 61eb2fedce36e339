import { describe, expect, test } from "vitest"
import { catalog } from "@/lib/providers/catalog"
import { newPace, readPace, streamChoices } from "./pace-draft"

describe("how fast and how often an integration reads", () => {
  test("S3-FREQ each stream offers the intervals that it may have, and starts with the provider's", () => {
    expect(streamChoices.map(({ label }) => label)).toContain("Every 10 minutes")
    const entry = { ...catalog.addigy, streamIntervals: { devices: 300 as const } }
    expect(readPace(newPace(entry)).settings).toEqual({
      requestsPerSecond: null,
      streams: { devices: { syncInterval: 300 } },
    })
  })

  test("S4-RATE an emptied number leaves the pace to the provider's own limit", () => {
    expect(readPace({ requestsPerSecond: " ", streams: [] }).settings).toMatchObject({
      requestsPerSecond: null,
    })
    expect(readPace({ requestsPerSecond: "2.5", streams: [] }).settings).toMatchObject({
      requestsPerSecond: 2.5,
    })
  })

  test("S4-RATE a number that is none, or too small or large, is told and not sent", () => {
    for (const requestsPerSecond of ["fast", "0", "-1", "1001"])
      expect(readPace({ requestsPerSecond, streams: [] })).toMatchObject({
        settings: null,
        error: expect.stringContaining("0.01"),
      })
  })
})
