import { randomUUID } from "node:crypto"
import type { IncomingHttpHeaders } from "node:http"
import { Webhook } from "standardwebhooks"
import { beforeEach, expect, test } from "vitest"
import { pool, prisma } from "@/lib/db/client"
import type { NoticeKind } from "@/lib/domain/notification-rules"
import { startTestServer } from "@/lib/http/test-server.test-support"
import { notifyAdmins } from "@/lib/notifications/notify-admins"
import { freePort } from "@/lib/tooling/ports"
import { callApi } from "@/lib/tooling/test-api"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant, type Tenant } from "@/lib/tooling/test-tenant"
import { startWorker } from "@/lib/tooling/test-worker"
import { secretsOf } from "@/lib/webhooks/secrets-of"

const url = testDatabase()
let tenant: Tenant
beforeEach(async () => {
  await pool().query("truncate accounts cascade")
  tenant = await makeTenant()
})

type Message = { headers: IncomingHttpHeaders; body: string }

/** A receiver that keeps what comes and answers with these statuses in turn, the last one for ever. */
async function startReceiver(statuses: number[] = [204]) {
  const taken: Message[] = []
  const server = await startTestServer((count, response, request) => {
    void request
      .setEncoding("utf8")
      .toArray()
      .then((parts) => {
        taken.push({ headers: request.headers, body: parts.join("") })
        const status = statuses[Math.min(count, statuses.length) - 1] ?? 204
        response
          .writeHead(status, { location: "http://127.0.0.1:1/elsewhere" })
          .end("the receiver's own words")
      })
  })
  return { ...server, taken }
}

async function makeWebhook(address: string, kinds: NoticeKind[] = ["sync_failed"]) {
  const body = { name: "Pager", url: address, kinds }
  const made = await callApi("/api/webhooks", { method: "POST", token: tenant.tokens.admin, body })
  expect(made.status, made.text).toBe(201)
  return made.json
}

const tell = (kind: NoticeKind = "sync_failed", isKnown = false) =>
  notifyAdmins(pool(), {
    accountId: tenant.accountId,
    kind,
    title: "Addigy could not be synced",
    body: "It said no.",
    href: "/syncs/1",
    integrationId: null,
    syncLogId: null,
    isKnown,
    wasFailing: null,
  })

const ask = (path: string, method: "GET" | "POST" | "PATCH" | "DELETE" = "GET", body?: object) =>
  callApi(`/api/webhooks/${path}`, { method, token: tenant.tokens.admin, body })
const deliveriesOf = async (id: string) => (await ask(`${id}/deliveries`)).json.items
const patience = { timeout: 60_000 }
const verify = (secret: string, { headers, body }: Message) =>
  new Webhook(secret).verify(body, {
    "webhook-id": String(headers["webhook-id"]),
    "webhook-timestamp": String(headers["webhook-timestamp"]),
    "webhook-signature": String(headers["webhook-signature"]),
  })

test("O-NOTIFY a webhook gets the news it wants, signed so that Standard Webhooks verifies them, and nothing else", async () => {
  const receiver = await startReceiver()
  const { id, secret } = await makeWebhook(receiver.url)
  await startWorker(url())
  await tell("removals_held")
  await tell("sync_failed", true)
  await tell()
  await expect.poll(async () => (await deliveriesOf(id))[0]?.status, patience).toBe("delivered")
  const [message] = receiver.taken
  if (message === undefined) throw new Error("Nothing came.")
  expect(verify(secret, message)).toMatchObject({
    type: "sync.failed",
    data: { title: "Addigy could not be synced", url: expect.stringMatching(/^https?:.*\/syncs\/1$/) },
  })
  expect(() => verify(secret, { ...message, body: `${message.body} ` })).toThrow()
  const [delivery, ...others] = await deliveriesOf(id)
  expect(others).toEqual([])
  expect(delivery).toMatchObject({ id: message.headers["webhook-id"], attempts: 1, log: [{ status: 204 }] })
  await receiver.stop()
})

test("O-NOTIFY a receiver that fails or is down gets every message later, under the same id", async () => {
  const port = await freePort()
  const down = await makeWebhook(`http://127.0.0.1:${port}`)
  const failing = await startReceiver([500, 302, 200])
  const { id, secret } = await makeWebhook(failing.url)
  await tell()
  await startWorker(url())
  await expect.poll(async () => (await deliveriesOf(id))[0]?.log.length, patience).toBe(2)
  // The next would come after five minutes
  await pool().query("update webhook_deliveries set next_attempt_at = now() where status = 'pending'")
  await ask(id, "PATCH", { name: "Pager of the night" })
  await expect.poll(async () => (await deliveriesOf(id))[0]?.status, patience).toBe("delivered")
  const [delivery] = await deliveriesOf(id)
  expect(delivery.log).toMatchObject([
    { status: 500, error: expect.stringContaining("answered 500") },
    { status: 302, error: expect.stringContaining("redirect") },
    { status: 200, error: null },
  ])
  expect(new Set(failing.taken.map(({ headers }) => headers["webhook-id"]))).toEqual(new Set([delivery.id]))
  for (const message of failing.taken) verify(secret, message)
  const [waiting] = await deliveriesOf(down.id)
  expect(waiting.status).toBe("pending")
  expect(waiting.log[0]).toMatchObject({ status: null, error: expect.stringContaining("cannot be reached") })
  await failing.stop()
})

test("O-NOTIFY a message is tried for more than a day, then given up, and can be delivered again", async () => {
  const receiver = await startReceiver([503, 200])
  const { id } = await makeWebhook(receiver.url)
  await tell()
  await pool().query("update webhook_deliveries set attempts = 7")
  await startWorker(url())
  await expect.poll(async () => (await deliveriesOf(id))[0]?.status, patience).toBe("failed")
  const [delivery] = await deliveriesOf(id)
  expect((await ask(`${id}/deliveries/${delivery.id}/redeliver`, "POST")).status).toBe(202)
  await expect.poll(async () => (await deliveriesOf(id))[0]?.status, patience).toBe("delivered")
  expect((await deliveriesOf(id))[0].log).toHaveLength(2)
  await receiver.stop()
})

test("O-NOTIFY a message that is to be delivered again is, also when the try before ends only then", async () => {
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  const receiver = await startTestServer(
    (_count, response) => void held.then(() => response.writeHead(200).end()),
  )
  const { id } = await makeWebhook(receiver.url)
  // One job at a time, so that the message is taken up again only after the first try has ended
  await startWorker(url(), { WORKER_CONCURRENCY: "1" })
  await tell()
  await expect.poll(() => receiver.requests.length, patience).toBe(1)
  const [delivery] = await deliveriesOf(id)
  expect((await ask(`${id}/deliveries/${delivery.id}/redeliver`, "POST")).status).toBe(202)
  answer()
  await expect.poll(() => receiver.requests.length, patience).toBe(2)
  await expect.poll(async () => (await deliveriesOf(id))[0].log, patience).toHaveLength(2)
  expect((await deliveriesOf(id))[0]).toMatchObject({ status: "delivered", attempts: 1 })
  await receiver.stop()
})

test("O-NOTIFY a receiver that is gone is disabled; a test can be sent to one that is enabled", async () => {
  const receiver = await startReceiver([410, 200])
  const { id } = await makeWebhook(receiver.url)
  await startWorker(url())
  expect((await ask(`${id}/test`, "POST")).status).toBe(202)
  await expect.poll(async () => (await ask(id)).json.enabled, patience).toBe(false)
  expect((await ask(id)).json.disabledReason).toContain("410")
  expect((await ask(`${id}/test`, "POST")).status).toBe(409)
  await tell()
  expect(await deliveriesOf(id)).toHaveLength(1)
  expect((await ask(id, "PATCH", { enabled: true })).json).toMatchObject({
    enabled: true,
    disabledReason: null,
  })
  await ask(`${id}/test`, "POST")
  await expect.poll(async () => (await deliveriesOf(id))[0].status, patience).toBe("delivered")
  expect(JSON.parse(receiver.taken.at(-1)?.body ?? "{}")).toMatchObject({ type: "test" })
  await receiver.stop()
})

test("O-NOTIFY nothing is posted to an address inside, whether it was given as such or turned into one", async () => {
  const { tokens } = tenant
  for (const inside of ["http://10.0.0.1/hook", "https://169.254.169.254/latest", "https://[::1]/"]) {
    const body = { name: "Inside", url: inside, kinds: ["sync_failed"] }
    const refused = await callApi("/api/webhooks", { method: "POST", token: tokens.admin, body })
    expect(refused.status, inside).toBe(422)
    expect(refused.json.errors.url[0]).toContain("ROLLCALL_ALLOWED_PRIVATE_HOSTS")
  }
  const plain = { name: "Plain", url: "http://hooks.example.com/in", kinds: ["sync_failed"] }
  const refused = await callApi("/api/webhooks", { method: "POST", token: tokens.admin, body: plain })
  expect([refused.status, refused.json.errors?.url?.[0]]).toEqual([
    422,
    "http://hooks.example.com would send the news unencrypted. Enter the address with https://, or have hooks.example.com added to ROLLCALL_ALLOWED_PRIVATE_HOSTS.",
  ])
  const { id } = await makeWebhook("https://localhost:1/hook")
  expect((await ask(id, "PATCH", { url: plain.url })).status).toBe(422)
  await pool().query("update webhook_endpoints set url = $2 where id = $1", [id, plain.url])
  expect((await ask(id, "PATCH", { url: plain.url, name: "As before" })).status).toBe(200)
  expect((await ask(id, "PATCH", { url: "https://localhost:1/hook" })).status).toBe(200)
  await tell()
  await startWorker(url(), { ROLLCALL_ALLOWED_PRIVATE_HOSTS: "" })
  await expect
    .poll(async () => (await deliveriesOf(id))[0]?.log[0]?.error, patience)
    .toContain("not a public address")
})

test("O-NOTIFY the list of webhooks tells of each how its last message fared", async () => {
  const [good, down] = [await startReceiver(), await startReceiver([500])]
  const webhooks = [await makeWebhook(good.url), await makeWebhook(down.url)]
  const lastOf = async (id: string) =>
    (await callApi("/api/webhooks", { token: tenant.tokens.admin })).json.items.find(
      (item: { id: string }) => item.id === id,
    ).lastDelivery
  for (const { id } of webhooks) {
    expect(await lastOf(id)).toBeNull()
    await ask(`${id}/test`, "POST")
    expect(await lastOf(id)).toMatchObject({ kind: "test", status: "pending", log: [] })
  }
  await startWorker(url())
  const [first, second] = webhooks
  await expect.poll(async () => (await lastOf(first.id)).status, patience).toBe("delivered")
  await expect.poll(async () => (await lastOf(second.id)).log.length, patience).toBeGreaterThan(0)
  expect(await lastOf(second.id)).toMatchObject({
    kind: "test",
    status: "pending",
    log: [{ status: 500, error: expect.stringContaining("answered 500") }],
  })
  await tell()
  expect(await lastOf(first.id)).toMatchObject({ kind: "sync_failed" })
  await good.stop()
  await down.stop()
})

test("O-NOTIFY the secret is told once and stored encrypted; webhooks are for admins of their own account", async () => {
  const { id, secret } = await makeWebhook("https://hooks.example.com/in")
  const stored = await prisma().webhookEndpoint.findUniqueOrThrow({ where: { id } })
  expect(Buffer.from(stored.secretCiphertext).toString("latin1")).not.toContain(secret)
  expect((await callApi("/api/webhooks", { token: tenant.tokens.admin })).text).not.toContain("whsec_")
  for (const token of [tenant.tokens.member, tenant.tokens.viewer])
    expect((await callApi("/api/webhooks", { token })).status).toBe(403)
  const other = await makeTenant()
  const theirs = await callApi(`/api/webhooks/${id}`, { method: "DELETE", token: other.tokens.admin })
  expect(theirs.status).toBe(404)
  expect((await ask(`${id}/deliveries/${randomUUID()}/redeliver`, "POST")).status).toBe(404)
  expect((await ask(id, "DELETE")).status).toBe(204)
  expect((await callApi("/api/webhooks", { token: tenant.tokens.admin })).json.items).toEqual([])
})

test("O-NOTIFY a new secret signs beside the old one for a day, and then alone", async () => {
  const receiver = await startReceiver()
  const { id, secret } = await makeWebhook(receiver.url)
  const rotated = await ask(`${id}/secret`, "POST")
  expect(rotated.status, rotated.text).toBe(200)
  expect(rotated.json).toMatchObject({ id, name: "Pager", secret: expect.stringMatching(/^whsec_/) })
  expect(rotated.json.secret).not.toBe(secret)
  await startWorker(url())
  await tell()
  await expect.poll(() => receiver.taken.length, patience).toBe(1)
  const [message] = receiver.taken
  if (message === undefined) throw new Error("Nothing came.")
  for (const one of [secret, rotated.json.secret]) verify(one, message)
  expect(
    secretsOf({ secret: "new", previous: "old", previousUntil: "2026-11-22T10:00:00Z" }, at("09:59")),
  ).toEqual(["new", "old"])
  expect(
    secretsOf({ secret: "new", previous: "old", previousUntil: "2026-11-22T10:00:00Z" }, at("10:01")),
  ).toEqual(["new"])
  const row = await prisma().webhookEndpoint.findUniqueOrThrow({ where: { id } })
  expect(Buffer.from(row.secretCiphertext).toString("latin1")).not.toContain("whsec_")
  const foreign = await callApi(`/api/webhooks/${id}/secret`, {
    method: "POST",
    token: (await makeTenant()).tokens.admin,
  })
  expect(foreign.status).toBe(404)
  await receiver.stop()
})

const at = (time: string) => new Date(`2026-11-22T${time}:00Z`)
