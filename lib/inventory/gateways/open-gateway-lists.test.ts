import { expect, test, vi } from "vitest"
import { type Gateway, type GatewayReading, openGatewayLists } from "./open-gateway-lists"

const gateway = (id: string): Gateway => ({ id, deviceId: id })
const whole = (...ids: string[]): GatewayReading => ({ items: ids.map(gateway), isWhole: true })
const part = (...ids: string[]): GatewayReading => ({ items: ids.map(gateway), isWhole: false })

function bench() {
  const it = {
    answers: [] as (GatewayReading | Error | Promise<GatewayReading>)[],
    reads: 0,
    time: 0,
    warnings: [] as string[],
    changed: (_: string) => {},
    lost: () => {},
    watches: 0,
  }
  const lists = openGatewayLists({
    read: async () => {
      it.reads += 1
      const answer = (await it.answers.shift()) ?? whole()
      if (answer instanceof Error) throw answer
      return answer
    },
    watch: async ({ changed, lost }) => {
      it.watches += 1
      Object.assign(it, { changed, lost })
      return async () => {}
    },
    warn: (_, message) => it.warnings.push(message),
    staleAfterMs: 1000,
    now: () => it.time,
  })
  const ids = async () => (await lists.listOf("account"))?.items.map(({ id }) => id) ?? null
  return { it, ids }
}

test("S3-GATEWAYS it is read once for many who ask at once, and then from memory", async () => {
  const { it, ids } = bench()
  it.answers = [whole("a")]
  expect(await Promise.all([ids(), ids(), ids()])).toEqual([["a"], ["a"], ["a"]])
  await ids()
  expect(it.reads).toBe(1)
})

test("S3-GATEWAYS the last good list stands while the database fails, and is replaced when it is back", async () => {
  const { it, ids } = bench()
  it.answers = [whole("a"), new Error("away"), new Error("away"), whole("b")]
  expect(await ids()).toEqual(["a"])
  it.changed("account")
  expect(await ids()).toEqual(["a"])
  expect(await ids()).toEqual(["a"])
  expect(await ids()).toEqual(["b"])
  expect(it.warnings).toHaveLength(2)
})

test("S3-GATEWAYS while it was never read, or is not whole, it is read again each time", async () => {
  const { it, ids } = bench()
  it.answers = [new Error("away"), part("a"), whole("a", "b")]
  expect([await ids(), await ids(), await ids(), await ids()]).toEqual([null, ["a"], ["a", "b"], ["a", "b"]])
  expect(it.reads).toBe(3)
})

test("S3-GATEWAYS what changes during a reading is read once more", async () => {
  const { it, ids } = bench()
  const { promise, resolve } = Promise.withResolvers<GatewayReading>()
  it.answers = [promise, whole("new")]
  const first = ids()
  await vi.waitFor(() => expect(it.reads).toBe(1))
  it.changed("account")
  resolve(whole("old"))
  expect(await first).toEqual(["new"])
})

test("S3-GATEWAYS a list that is old is read behind the back of who asks; after a lost connection, before they are answered", async () => {
  const { it, ids } = bench()
  it.answers = [whole("a"), whole("b"), whole("c")]
  await ids()
  it.time = 2000
  expect(await ids()).toEqual(["a"])
  expect(await ids()).toEqual(["b"])
  it.lost()
  expect(await ids()).toEqual(["c"])
  expect(it.watches).toBe(2)
})

test("changes of an account that nobody asked about are of no interest", async () => {
  const { it, ids } = bench()
  await ids()
  it.changed("other")
  expect(it.reads).toBe(1)
})
