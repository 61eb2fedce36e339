import { describe, expect, test } from "vitest"
import type { z } from "zod"
import { deviceFields } from "@/lib/domain/device"
import type { Json } from "@/lib/domain/json"
import type { Provider } from "@/lib/domain/provider"
import { ProviderError } from "@/lib/domain/provider-error"
import type { StreamId } from "@/lib/domain/provider-id"
import { type Page, type Session, type SourceRecord, sourceRecord } from "@/lib/domain/session"

/** What every simulator can be told; each has more of its own. */
type Fault =
  | {
      kind: "status"
      status: number
      retryAfter?: number
      asDate?: boolean
      times?: number
      after?: number
      on?: "devices"
    }
  | { kind: "html" | "truncated" | "cut" | "hang"; times?: number; on?: "devices" }
  | { kind: "duplicates" | "shrinking" | "malformed" | "no_serial" | "long_name" | "nul"; count: number }
  | { kind: "wrong_total"; by: number }
  | { kind: "empty_list" | "secrets" }
type Command = {
  devices?: number
  removeFirst?: number
  remove?: string[]
  add?: { serial: string; agentId?: string }[]
  change?: { count: number; field: "last_online" | "device_name" }
  faults?: Fault[]
}

/** A connector with the stand-in that it reads, freshly started. */
export type StandIn = {
  provider: Provider
  settings: Record<string, Json>
  credentials: Record<string, string>
  /** Devices a page; null where everything comes in one reply. */
  pageSize: number | null
  control(command: Command): { requests: Record<string, number> }
  stop(): Promise<void>
}

/** What a service cannot do, so that its connector cannot show it. */
export type Traits = {
  /** It tells how many devices there are. */
  total?: boolean
  /** It tells what devices are called. */
  names?: boolean
  /** It gives out tokens, of which a refused one is asked for anew, once. */
  renews?: boolean
  /** How many lists it reads, one after the other. */
  lists?: number
  /** Its devices have serials. */
  serials?: boolean
  /** How many requests it is sent while all are answered with 429. */
  triesWhenLimited?: number
  /** Its lists tell a device made again from the one before. */
  tellsRemade?: boolean
  /** What it reads, where that is no devices: the stream, what a record's fields are, and a word of the reply it is known by. */
  reads?: { stream: StreamId; fields: z.ZodType; wordOf: (record: SourceRecord | undefined) => string }
  /** Its records have a state that moves beside what is compared. */
  states?: boolean
}

/** Everything a read gave. `error` is null when it ended normally. */
export type Reading = { pages: Page[]; records: SourceRecord[]; error: unknown }

export async function readAll(
  session: Session,
  cursor: string | null = null,
  stream: StreamId = "devices",
): Promise<Reading> {
  const pages: Page[] = []
  const read = async () => {
    for await (const page of session.read(stream, cursor)) pages.push(page)
  }
  const error = await read().then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return { pages, records: pages.flatMap((page) => page.records), error }
}

/** What a simulator knows a device by: its serial, or its id where the provider knows no serials. */
const nameOf = (record: SourceRecord | undefined): string =>
  deviceFields.parse(record?.fields).serialNumber ?? record?.externalId ?? ""

export function openSession(
  stand: StandIn,
  options: { signal?: AbortSignal; timeoutMs?: number } = {},
): Session {
  return stand.provider.openSession({
    settings: stand.settings,
    credentials: stand.credentials,
    allowedPrivateHosts: ["127.0.0.1"],
    signal: options.signal ?? new AbortController().signal,
    retry: { baseMs: 1, maxMs: 5, timeoutMs: options.timeoutMs ?? 10_000 },
    takeTurn: async () => {},
  })
}

/**
 * The suite every connector passes (DESIGN.md §6), as far as a connector alone can show it. Many of its tests wait for something,
 * so several run at once, each with a stand-in of its own.
 */
export function describeConformance(
  name: string,
  start: () => Promise<StandIn>,
  {
    serials = true,
    triesWhenLimited = 2,
    total = true,
    names = true,
    renews = false,
    lists = 1,
    tellsRemade = true,
    reads = { stream: "devices", fields: deviceFields, wordOf: nameOf },
    states = true,
  }: Traits = {},
): void {
  const told = (devices: number) => (total ? devices : null)
  const it = test.extend("rig", ({ onTestFinished }) => openRig(start, reads.stream, onTestFinished))

  describe.concurrent(`S0-FETCH ${name} reads what is there`, () => {
    it("ends normally on an empty list, with one page", async ({ rig: { stand, read } }) => {
      await stand({ devices: 0 })
      const { pages, error } = await read()
      expect(error).toBeNull()
      expect(pages).toHaveLength(lists)
      expect(pages.at(-1)).toMatchObject({ records: [], rejects: [], cursor: null, expectedTotal: told(0) })
    })

    it.for([1, 99, 100, 101, 200, 10_000])(
      "reads %i devices, each once, and knows how many to expect",
      async (devices, { rig: { stand, read } }) => {
        await stand({ devices })
        const { pages, records, error } = await read()
        expect(error).toBeNull()
        expect(new Set(records.map((record) => record.externalId)).size).toBe(devices)
        expect(records).toHaveLength(devices)
        expect(pages.at(-1)).toMatchObject({ cursor: null, expectedTotal: told(devices) })
        expect(pages.slice(0, -1).every((page) => page.cursor !== null)).toBe(true)
      },
    )

    it("gives records that are what they claim to be, with the reply as received", async ({
      rig: { stand, read },
    }) => {
      await stand({ devices: 250 })
      const { pages, records } = await read()
      for (const record of records) sourceRecord.parse(record)
      for (const record of records) reads.fields.parse(record.fields)
      expect(pages[0]?.raw).toContain(reads.wordOf(records[0]))
    })

    it("gives the same on a second run, though heartbeats moved", async ({ rig: { stand, read } }) => {
      const { control } = await stand({ devices: 120 })
      const first = await read()
      control({ change: { count: 120, field: "last_online" } })
      const second = await read()
      const hashed = ({ records }: Reading) =>
        records.map(({ fields, attributes }) => JSON.stringify([fields, attributes]))
      expect(hashed(second)).toEqual(hashed(first))
      const moved = ({ records }: Reading) => records.map(({ state }) => state)
      if (states) expect(moved(second)).not.toEqual(moved(first))
    })

    it.runIf(tellsRemade)(
      "S3-VERSION gives a device that was deleted and made again another id or identity",
      async ({ rig: { stand, read } }) => {
        const { control } = await stand({ devices: 3 })
        const before = (await read()).records[0]
        const serial = nameOf(before)
        control({ remove: [serial], add: [{ serial, agentId: "made-again" }] })
        const after = (await read()).records.find((record) => nameOf(record) === serial)
        expect(after).toBeDefined()
        expect([after?.externalId, after?.identity]).not.toEqual([before?.externalId, before?.identity])
      },
    )

    it("goes on from a cursor", async ({ rig: { stand, read } }) => {
      const { pageSize } = await stand({ devices: 350 })
      const whole = await read()
      const rest = await read({ cursor: whole.pages[0]?.cursor ?? null })
      expect(rest.error).toBeNull()
      const ids = ({ records }: Reading) => records.map(({ externalId }) => externalId)
      expect(ids(rest)).toEqual(ids(whole).slice(pageSize ?? 0))
    })
  })

  describe.concurrent(`S4-RETRY ${name} when the service fails`, () => {
    it("passes over two 500 and counts them", async ({ rig: { stand, read } }) => {
      await stand({ devices: 25, faults: [{ kind: "status", status: 500, times: 2, on: "devices" }] })
      const { pages, records, error } = await read()
      expect([error, records.length, pages[0]?.retries]).toEqual([null, 25, 2])
    })

    it("S0-ERROR gives up on 500 for ever after three retries", async ({ rig: { stand, reading } }) => {
      const { control } = await stand({
        devices: 25,
        faults: [{ kind: "status", status: 500, on: "devices" }],
      })
      expect(await reading()).toMatchObject({
        code: "unreachable",
        message: expect.stringMatching(/500.*4 times/),
      })
      expect(Math.max(...Object.values(control({}).requests))).toBe(4)
    })

    it.for([{ retryAfter: 1 }, { retryAfter: 1, asDate: true }, {}])(
      "waits after one 429 with %j and goes on",
      async (more, { rig: { stand, read } }) => {
        await stand({
          devices: 25,
          faults: [{ kind: "status", status: 429, times: 1, on: "devices", ...more }],
        })
        const start = performance.now()
        expect((await read()).records).toHaveLength(25)
        // A date names whole seconds, so up to one of them has passed already
        if ("retryAfter" in more && !("asDate" in more))
          expect(performance.now() - start).toBeGreaterThan(990)
      },
    )

    it(`stops after ${triesWhenLimited} 429 in a row`, async ({ rig: { stand, reading } }) => {
      const { control } = await stand({
        devices: 25,
        faults: [{ kind: "status", status: 429, on: "devices" }],
      })
      expect(await reading()).toMatchObject({ code: "rate_limited", mustAct: "nobody-yet" })
      expect(Math.max(...Object.values(control({}).requests))).toBe(triesWhenLimited)
    })

    it.for(["cut", "truncated"] as const)(
      "passes over one reply that is %s",
      async (kind, { rig: { stand, read } }) => {
        await stand({ devices: 25, faults: [{ kind, times: 1, on: "devices" }] })
        expect((await read()).records).toHaveLength(25)
      },
    )

    it.for([
      ["cut", "unreachable", /lost/],
      ["truncated", "bad_response", /breaks off/],
      ["html", "bad_response", /web page \(HTML\)/],
      ["hang", "timeout", /did not answer in time/],
    ] as const)(
      "says so when every reply is %s",
      async ([kind, code, message], { rig: { stand, reading } }) => {
        await stand({ devices: 25, faults: [{ kind, on: "devices" }] })
        expect(await reading(kind === "hang" ? { timeoutMs: 50 } : {})).toMatchObject({
          code,
          message: expect.stringMatching(message),
        })
      },
    )

    it.for([
      [401, "unauthorized"],
      [403, "forbidden"],
    ] as const)(
      "stops at once on %i and says who must act",
      async ([status, code], { rig: { stand, reading } }) => {
        const { control } = await stand({ devices: 250, faults: [{ kind: "status", status, on: "devices" }] })
        expect(await reading()).toMatchObject({ code, mustAct: "admin" })
        expect(Math.max(...Object.values(control({}).requests))).toBe(renews && status === 401 ? 2 : 1)
      },
    )

    it("fails, and does not end, when credentials are refused half-way", async ({ rig: { stand, read } }) => {
      const { pageSize } = await stand({
        devices: 250,
        faults: [{ kind: "status", status: 401, after: 1, on: "devices" }],
      })
      const { pages, error } = await read()
      if (pageSize === null) return expect(error).toBeNull()
      expect(error).toMatchObject({ code: "unauthorized" })
      expect(pages).toHaveLength(1)
      expect(pages[0]?.cursor).not.toBeNull()
    })

    it("ends with the reason of whoever aborts it", async ({ rig: { stand, read } }) => {
      await stand({ devices: 25, faults: [{ kind: "hang" }] })
      const controller = new AbortController()
      setTimeout(() => controller.abort(new Error("cancelled")), 50)
      expect((await read({ signal: controller.signal })).error).toEqual(new Error("cancelled"))
    })
  })

  describe.concurrent(`S3-ISOLATE ${name} when the list is not as it should be`, () => {
    it("gives every device when some come twice", async ({ rig: { stand, read } }) => {
      await stand({ devices: 250, faults: [{ kind: "duplicates", count: 3 }] })
      const { records, error } = await read()
      expect(error).toBeNull()
      expect(new Set(records.map((record) => record.externalId)).size).toBe(250)
    })

    it("ends when the list shrinks while it is read", async ({ rig: { stand, read } }) => {
      await stand({ devices: 301, faults: [{ kind: "shrinking", count: 2 }] })
      expect((await read()).error).toBeNull()
    })

    it("hands on a total that does not fit, and ends", async ({ rig: { stand, read } }) => {
      const { pageSize } = await stand({ devices: 150, faults: [{ kind: "wrong_total", by: 7 }] })
      const { pages, records, error } = await read()
      expect([error, records.length]).toEqual([null, 150])
      if (pageSize !== null) expect(pages.at(-1)?.expectedTotal).toBe(told(157))
    })

    it("rejects malformed records one by one and takes the others", async ({ rig: { stand, read } }) => {
      await stand({ devices: 120, faults: [{ kind: "malformed", count: 5 }] })
      const { pages, records, error } = await read()
      expect([error, records.length]).toEqual([null, 115])
      const rejects = pages.flatMap((page) => page.rejects)
      expect(rejects).toHaveLength(5)
      for (const reject of rejects) expect(reject.message).toMatch(/^[A-Z].*\.$/)
    })

    it.runIf(serials)("rejects a device without serial", async ({ rig: { stand, read } }) => {
      await stand({ devices: 30, faults: [{ kind: "no_serial", count: 2 }] })
      const { pages, records } = await read()
      expect(records).toHaveLength(28)
      expect(pages.flatMap(({ rejects }) => rejects.map(({ reason }) => reason))).toEqual([
        "no_serial",
        "no_serial",
      ])
    })

    it.skipIf(!names)(
      "rejects a name of 10,000 characters, saying where and how long",
      async ({ rig: { stand, read } }) => {
        await stand({ devices: 30, faults: [{ kind: "long_name", count: 1 }] })
        const { pages, records } = await read()
        expect(records).toHaveLength(29)
        const [reject] = pages.flatMap(({ rejects }) => rejects)
        expect(reject).toMatchObject({ reason: "invalid", message: expect.stringContaining("10,000") })
        expect(JSON.stringify(reject).length).toBeLessThan(1000)
      },
    )

    it.skipIf(!names)("takes NUL characters out and counts them", async ({ rig: { stand, read } }) => {
      await stand({ devices: 30, faults: [{ kind: "nul", count: 2 }] })
      const { pages, records } = await read()
      expect(records).toHaveLength(30)
      expect(pages.reduce((sum, { stripped }) => sum + stripped, 0)).toBe(4)
      expect(JSON.stringify(records)).not.toContain("\\u0000")
    })

    it("O-SECRETS keeps secrets out of the records", async ({ rig: { stand, read } }) => {
      await stand({ devices: 30, faults: [{ kind: "secrets" }] })
      const { pages, records } = await read()
      expect(pages[0]?.raw).toContain("SECRET")
      expect(JSON.stringify(records)).not.toContain("SECRET")
    })
  })
}

/** A stand-in, and reads of it, for one test. */
type Rig = {
  stand(command: Command): Promise<StandIn>
  read(options?: Parameters<typeof openSession>[1] & { cursor?: string | null }): Promise<Reading>
  /** The error that a read ends with; throws where it ends normally. */
  reading(options?: Parameters<typeof openSession>[1]): Promise<ProviderError>
}

function openRig(
  begin: () => Promise<StandIn>,
  stream: StreamId,
  onTestFinished: (close: () => Promise<void>) => void,
): Rig {
  let current: StandIn | null = null
  const sessions: Session[] = []
  onTestFinished(async () => {
    for (const session of sessions) await session.close()
    await current?.stop()
  })
  const read: Rig["read"] = async (options = {}) => {
    if (current === null) throw new Error("Start a stand-in first.")
    const session = openSession(current, options)
    sessions.push(session)
    return readAll(session, options.cursor ?? null, stream)
  }
  return {
    read,
    stand: async (command) => {
      current = await begin()
      current.control(command)
      return current
    },
    reading: async (options) => {
      const { error } = await read(options)
      if (error instanceof ProviderError) return error
      throw new Error(`no ProviderError but ${String(error)}`)
    },
  }
}
