import { expect, test } from "vitest"
import { pool, prisma } from "@/lib/db/client"
import { newIntegration, newRun, parts, readRun, record } from "@/lib/sync/engine.test-support"
import { runSync } from "@/lib/sync/run-sync"
import { testDatabase } from "@/lib/tooling/test-database"

testDatabase()

const still = new AbortController().signal

/** Runs of as many integrations; `requeued` lists who was told to come when. */
async function readers(count: number, place: { account: string; runs: number }) {
  const runs = await Promise.all(Array.from({ length: count }, async () => newRun(await newIntegration())))
  const requeued: { id: string; runAt: Date | undefined }[] = []
  let now = 0
  let most = 0
  const read = (id: string, ms = 50) =>
    runSync(
      parts(
        {
          records: [record(1)],
          beforePage: async () => {
            most = Math.max(most, ++now)
            await new Promise((resolve) => setTimeout(resolve, ms))
            now -= 1
          },
        },
        {
          placeOf: async () => place,
          requeue: async (id, runAt) => void requeued.push({ id, runAt }),
        },
      ),
      id,
      still,
    )
  return { runs, read, requeued, most: () => most }
}

test("S4-RATE of four runs that read one account at the provider one runs, the others wait and spend no attempt", async () => {
  const { runs, read, requeued, most } = await readers(4, { account: "one at a time", runs: 1 })
  const endings = await Promise.all(runs.map((id) => read(id, 300)))
  expect(endings.toSorted()).toEqual(["PENDING", "PENDING", "PENDING", "SUCCESS"])
  expect(most()).toBe(1)
  const waiting = runs.filter((_, n) => endings[n] === "PENDING")
  for (const id of waiting) {
    expect(await readRun(id)).toMatchObject({
      status: "PENDING",
      attempt: 0,
      started_at: null,
      context: { waiting: { for: "place" } },
    })
  }
  // each was told to look again, and the one that waited longest was called when the place became free
  expect(
    requeued
      .filter(({ runAt }) => runAt !== undefined)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(waiting.toSorted())
  expect(requeued.filter(({ runAt }) => runAt === undefined).map(({ id }) => id)).toEqual([
    waiting.toSorted()[0],
  ])
})

test("S4-RATE the runs that waited have their turn, one after the other", async () => {
  const { runs, read, requeued } = await readers(3, { account: "in turn", runs: 1 })
  await Promise.all(runs.map((id) => read(id)))
  for (let turn = 0; turn < 2; turn++)
    await read(requeued.findLast(({ runAt }) => runAt === undefined)?.id ?? "")
  for (const id of runs)
    expect(await readRun(id)).toMatchObject({ status: "SUCCESS", attempt: 1, context: {} })
})

test("S4-RATE a provider that allows two runs at once gets two", async () => {
  const { runs, read, most } = await readers(5, { account: "two at a time", runs: 2 })
  const endings = await Promise.all(runs.map((id) => read(id, 300)))
  expect(endings.filter((status) => status === "SUCCESS")).toHaveLength(2)
  expect(most()).toBe(2)
})

test("S4-RATE a run whose worker died holds no place", async () => {
  const { runs, read } = await readers(2, { account: "left behind", runs: 1 })
  const [dead = "", next = ""] = runs
  await pool().query(
    `update sync_logs set status = 'RUNNING', provider_account = 'left behind', heartbeat_at = now() - interval '1 minute'
      where id = $1`,
    [dead],
  )
  expect(await read(next)).toBe("SUCCESS")
})

test("S4-RATE a person's run is called before scheduled ones that wait longer", async () => {
  const { runs, read, requeued } = await readers(3, { account: "people first", runs: 1 })
  const [running = "", scheduled = "", manual = ""] = runs
  await prisma().syncLog.update({ where: { id: scheduled }, data: { trigger: "scheduled" } })
  const reading = read(running, 500)
  await expect.poll(async () => (await readRun(running)).status).toBe("RUNNING")
  expect(await read(scheduled)).toBe("PENDING")
  expect(await read(manual)).toBe("PENDING")
  await reading
  expect(requeued.at(-1)).toEqual({ id: manual, runAt: undefined })
})

test("S4-RATE a run that was cancelled while it waited takes no place", async () => {
  const { runs, read } = await readers(1, { account: "cancelled", runs: 1 })
  const [id = ""] = runs
  await prisma().syncLog.update({ where: { id }, data: { status: "CANCELLED" } })
  expect(await read(id)).toBeNull()
})
