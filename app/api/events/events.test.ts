import { setTimeout as sleep } from "node:timers/promises"
import type { PoolClient } from "pg"
import { beforeEach, describe, expect, it } from "vitest"
import { GET } from "@/app/api/events/route"
import { pool } from "@/lib/db/client"
import { openEventStream } from "@/lib/events/open-event-stream"
import { positionOf } from "@/lib/events/read-events"
import {
  circuit,
  circuitBench,
  circuitsOf,
  syncCircuits,
} from "@/lib/inventory/circuits/circuits.test-support"
import { updateCircuit } from "@/lib/inventory/circuits/update-circuit"
import { testDatabase } from "@/lib/tooling/test-database"

testDatabase()
let at: Awaited<ReturnType<typeof circuitBench>>
let circuitId: string
beforeEach(async () => {
  at = await circuitBench()
  await syncCircuits(at, { records: [circuit(1), circuit(2)] })
  circuitId = (await circuitsOf(at))[0]?.id ?? ""
})

type Message = { id: string; event: string; data: { subjectId?: string; type?: string } }
type Asking = { channel: string; token?: string; lastEventId?: string }

async function listen({ channel, token = at.tenant.tokens.member, lastEventId }: Asking) {
  const gone = new AbortController()
  const response = await GET(
    new Request(`http://127.0.0.1/api/events?channel=${channel}`, {
      headers: { authorization: `Bearer ${token}`, ...(lastEventId && { "last-event-id": lastEventId }) },
      signal: gone.signal,
    }),
  )
  const reader = response.body?.getReader()
  let text = ""
  /** Reads until so many messages have come, the one that says it is ready included. */
  const messages = async (count: number): Promise<Message[]> => {
    for (;;) {
      const found = text
        .split("\n\n")
        .slice(0, -1)
        .filter((part) => part.includes("data: "))
      if (found.length >= count) return found.map(parse)
      const { value, done } = (await reader?.read()) ?? { done: true, value: undefined }
      if (done) throw new Error(`The stream ended after: ${text}`)
      text += new TextDecoder().decode(value)
    }
  }
  /** What comes within so many milliseconds. */
  const during = async (ms: number): Promise<Message[]> => {
    const until = sleep(ms).then(() => gone.abort())
    for (;;) {
      const { value, done } = (await reader?.read()) ?? { done: true, value: undefined }
      if (done) break
      text += new TextDecoder().decode(value)
    }
    await until
    return text
      .split("\n\n")
      .slice(0, -1)
      .filter((part) => part.includes("data: "))
      .map(parse)
  }
  return { status: response.status, headers: response.headers, messages, during, cut: () => gone.abort() }
}

async function insertEvent(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    "insert into events (account_id, kind, subject_id) values ($1, 'circuit.updated', $2) returning id",
    [at.accountId, circuitId],
  )
  return rows[0]?.id ?? ""
}

function parse(part: string): Message {
  const of = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(part)?.[1] ?? ""
  return { id: of("id"), event: of("event"), data: JSON.parse(of("data")) }
}

const change = (notes: string) => updateCircuit(at.admin, circuitId, { notes })

describe("S2-CHANNELS live channels", () => {
  it("tells what happens, by the names of S2-EVENTS", async () => {
    const live = await listen({ channel: `circuit.${circuitId}` })
    expect([live.status, live.headers.get("content-type")]).toEqual([200, "text/event-stream; charset=utf-8"])
    expect(await live.messages(1)).toMatchObject([{ event: "Ready" }])
    await updateCircuit(at.admin, circuitId, { workflowStage: "qc" })
    expect((await live.messages(3)).map(({ event }) => event)).toEqual([
      "Ready",
      "CircuitUpdated",
      "CircuitWorkflowChanged",
    ])
    live.cut()
  })

  it("S2-EVENTS tells of runs as they start and end", async () => {
    const live = await listen({ channel: "sync-status", token: at.tenant.tokens.admin })
    await live.messages(1)
    await syncCircuits(at, { records: [circuit(1)] })
    const told = await live.messages(3)
    expect(told.map(({ event }) => event)).toEqual(["Ready", "SyncStarted", "SyncCompleted"])
    live.cut()
  })

  it("misses nothing and repeats nothing for a listener who is cut off and comes back", async () => {
    const first = await listen({ channel: "dashboard" })
    await first.messages(1)
    await change("one")
    const seen = await first.messages(2)
    first.cut()
    await change("two")
    await change("three")
    const again = await listen({ channel: "dashboard", lastEventId: seen.at(-1)?.id ?? "" })
    await change("four")
    const ids = (await again.messages(4)).slice(1).map(({ id }) => id)
    again.cut()
    expect(new Set([...ids, seen.at(-1)?.id]).size).toBe(4)
  })

  it("misses no event of a transaction that began first and was committed last", async () => {
    const live = await listen({ channel: "dashboard" })
    const [ready] = await live.messages(1)
    const slow = await pool().connect()
    await slow.query("begin")
    await slow.query("insert into events (account_id, kind, subject_id) values ($1, 'circuit.updated', $2)", [
      at.accountId,
      circuitId,
    ])
    await change("quick")
    await slow.query("commit")
    slow.release()
    const told = await live.messages(3)
    live.cut()
    const again = await listen({ channel: "dashboard", lastEventId: ready?.id ?? "" })
    expect((await again.messages(3)).slice(1)).toEqual(told.slice(1))
    again.cut()
  })

  it("misses and repeats nothing while transactions commit in any order and the listener is cut again and again", async () => {
    const first = await listen({ channel: "dashboard" })
    const [ready] = await first.messages(1)
    first.cut()
    const clients = await Promise.all(Array.from({ length: 6 }, () => pool().connect()))
    const written = new Set<string>()
    for (const client of clients) await client.query("begin")
    for (const [turn, client] of [...clients, ...clients].entries()) {
      if (turn % 2 === 0) await change(`between ${turn}`)
      written.add(await insertEvent(client))
    }
    const seen: string[] = []
    let lastEventId = ready?.id ?? ""
    const listenShortly = async () => {
      const live = await listen({ channel: "dashboard", lastEventId })
      const [, ...told] = await live.during(50)
      seen.push(...told.map(({ id }) => id))
      lastEventId = told.at(-1)?.id ?? lastEventId
    }
    // Those that began last commit first
    for (const client of clients.toReversed()) {
      await client.query("commit")
      client.release()
      await listenShortly()
    }
    const all = written.size + 6
    for (let turn = 0; turn < 50 && seen.length < all; turn++) await listenShortly()
    await listenShortly()
    expect([seen.length, new Set(seen).size]).toEqual([all, all])
    for (const id of written) expect(seen.some((position) => position.split(".")[1] === id)).toBe(true)
  })

  it("tells a new listener nothing of the past, whatever transaction is still open", async () => {
    const slow = await pool().connect()
    await slow.query("begin")
    const late = await insertEvent(slow)
    await change("before anybody listens")
    const live = await listen({ channel: "dashboard" })
    await live.messages(1)
    await change("while somebody listens")
    await slow.query("commit")
    slow.release()
    const told = await live.messages(3)
    live.cut()
    expect(told[1]?.id.split(".")[1]).toBe(late)
    const { rows } = await pool().query(
      "select id from events where subject_id = $1 order by id desc limit 1",
      [circuitId],
    )
    expect(told[2]?.id.split(".")[1]).toBe(rows[0]?.id)
    const again = await listen({ channel: "dashboard", lastEventId: told[1]?.id ?? "" })
    const [, next] = await again.messages(2)
    again.cut()
    expect(next?.id.split(".")[1]).toBe(rows[0]?.id)
  })

  it("serves many tabs, and asks the database once a second for all of them together", async () => {
    const all = await Promise.all(Array.from({ length: 30 }, () => listen({ channel: "dashboard" })))
    for (const live of all) await live.messages(1)
    await sleep(1200) // the look that tells newcomers to read
    let asked = 0
    const count = () => void asked++
    pool().on("acquire", count)
    await sleep(2500)
    pool().off("acquire", count)
    expect(asked).toBeLessThanOrEqual(3)
    await change("for all")
    for (const live of all) expect((await live.messages(2))[1]).toMatchObject({ event: "CircuitUpdated" })
    for (const live of all) live.cut()
  })

  it("beats while nothing happens, and ends for a listener who has lost the right", async () => {
    let mayListen = true
    const stream = openEventStream({
      accountId: at.accountId,
      channel: { kind: "sync-status" },
      from: await positionOf(null),
      signal: new AbortController().signal,
      check: async () => {
        if (!mayListen) throw new Error("no longer")
      },
      times: { beatMs: 20, checkMs: 30 },
    })
    const reader = stream.getReader()
    const next = async () => {
      const { value, done } = await reader.read()
      return done ? null : new TextDecoder().decode(value)
    }
    expect(await next()).toContain("event: Ready")
    expect(await next()).toBe(": beat\n\n")
    mayListen = false
    let text = await next()
    while (text !== null) text = await next()
  })

  it("begins now for a position that a restored database has not come to", async () => {
    const live = await listen({
      channel: "dashboard",
      lastEventId: `9000000000000000000.${crypto.randomUUID()}`,
    })
    await live.messages(1)
    await change("after the restore")
    expect((await live.messages(2))[1]).toMatchObject({ event: "CircuitUpdated" })
    live.cut()
  })

  it("refuses members sync-status, and everybody circuits of other accounts, with 403", async () => {
    const other = await circuitBench()
    const refused = async (asking: Asking) => (await listen(asking)).status
    expect(await refused({ channel: "sync-status" })).toBe(403)
    expect(await refused({ channel: "sync-status", token: at.tenant.tokens.viewer })).toBe(403)
    expect(await refused({ channel: `circuit.${circuitId}`, token: other.tenant.tokens.admin })).toBe(403)
    expect(await refused({ channel: `circuit.${crypto.randomUUID()}` })).toBe(403)
    expect(await refused({ channel: "circuit.nonsense" })).toBe(422)
    expect(await refused({ channel: "dashboard", token: "rc_nobody" })).toBe(401)
    const id = crypto.randomUUID()
    for (const lastEventId of ["nonsense", `5.${id}.9:3:`, `5.${id}.3:9:8,4`, `5.${id}.3:9:9`, `5.${id}.`])
      expect(await refused({ channel: "dashboard", lastEventId })).toBe(422)
  })

  it("tells nothing of other accounts", async () => {
    const other = await circuitBench()
    const live = await listen({ channel: "dashboard", token: other.tenant.tokens.member })
    await live.messages(1)
    await change("secret")
    await syncCircuits(other, { records: [circuit(1)] })
    expect((await live.messages(3)).map(({ event }) => event)).toEqual([
      "Ready",
      "SyncStarted",
      "SyncCompleted",
    ])
    live.cut()
  })
})
