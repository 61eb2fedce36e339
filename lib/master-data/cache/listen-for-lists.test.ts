import { once } from "node:events"
import { connect, createServer, type Socket } from "node:net"
import { Client } from "pg"
import { afterEach, expect, test } from "vitest"
import { listsChannel } from "@/lib/master-data/lists-channel"
import { testDatabase } from "@/lib/tooling/test-database"
import { listenForLists } from "./listen-for-lists"

const url = testDatabase()
const integrationId = "0191f0a0-0000-7000-8000-000000000001"

/** Stands before the database; once frozen, the connections it has say nothing more, not even that they ended. */
async function startDoor(to: URL) {
  const pairs: { near: Socket; far: Socket }[] = []
  const server = createServer((near) => {
    const far = connect(Number(to.port), to.hostname)
    near.on("error", () => far.destroy()).pipe(far)
    far.on("error", () => near.destroy()).pipe(near)
    pairs.push({ near, far })
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("The door has no port.")
  return {
    port: address.port,
    connections: () => pairs.length,
    freeze: () => {
      for (const { near, far } of pairs) {
        near.unpipe(far).pause()
        far.unpipe(near).pause()
      }
    },
    stop: () => {
      for (const { near, far } of pairs) {
        near.destroy()
        far.destroy()
      }
      server.close()
    },
  }
}

let ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.reverse()) await end()
  ends = []
})

test("S1-START a connection that died without a word is noticed, and lists are heard of again", async () => {
  const database = new URL(url())
  const door = await startDoor(database)
  ends.push(door.stop)
  const through = new URL(database)
  through.host = `127.0.0.1:${door.port}`
  const publisher = new Client({ connectionString: database.href })
  await publisher.connect()
  ends.push(() => publisher.end())
  const notify = () =>
    publisher.query("select pg_notify($1, $2)", [listsChannel, JSON.stringify({ integrationId })])
  const heard: string[] = []
  let missed = 0
  process.env.DATABASE_URL = through.href // read once, at the first question
  const listening = listenForLists({
    onPublished: (id) => heard.push(id),
    onMissed: () => {
      missed += 1
    },
    beat: { everyMs: 50, answerMs: 200 },
  })
  ends.push(listening.close)
  await listening.ready
  await notify()
  await expect.poll(() => heard).toEqual([integrationId])
  door.freeze()
  await expect.poll(() => missed, { timeout: 10_000 }).toBe(2)
  await notify()
  await expect.poll(() => heard).toEqual([integrationId, integrationId])
  expect(door.connections()).toBe(2)
})
