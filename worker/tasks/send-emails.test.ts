import { expect, test } from "vitest"
import { pool, prisma } from "@/lib/db/client"
import { integrationInput } from "@/lib/domain/integration"
import { startTestServer } from "@/lib/http/test-server.test-support"
import { createIntegration } from "@/lib/integrations/create-integration"
import { enqueue } from "@/lib/jobs/enqueue"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"
import { queueSync } from "@/lib/sync-logs/queue-sync"
import { freePort } from "@/lib/tooling/ports"
import { testDatabase } from "@/lib/tooling/test-database"
import { startMailServer, testAuthority } from "@/lib/tooling/test-mail-server"
import { makeTenant } from "@/lib/tooling/test-tenant"
import { startWorker } from "@/lib/tooling/test-worker"

const url = testDatabase()

/** An account with two admins, and a run of an integration whose provider answers 500. */
async function queueFailingRun() {
  const provider = await startTestServer((_count, response) => response.writeHead(500).end("broken inside"))
  const { accountId, admin } = await makeTenant("Larkspur & Sons")
  const second = await prisma().user.create({
    data: {
      email: `second-${accountId}@example.com`,
      name: "Second",
      memberships: { create: { accountId, role: "ADMIN" } },
    },
  })
  const given = {
    provider: "addigy",
    name: "Head <office>",
    settings: { baseUrl: provider.url },
    credentials: { apiKey: "k" },
    syncEnabled: false,
  }
  const integration = await createIntegration(admin, integrationInput.parse(given), {
    check: false,
    providers: registry,
    catalog,
    now: new Date(),
  })
  const { job_id: runId } = await queueSync(admin, {
    integrationId: integration.id,
    mode: "sync",
    trigger: "manual",
  })
  // What a run does after a failure that may pass: here the tries are used up
  await pool().query(`update sync_logs set context = '{"retries": 2}' where id = $1`, [runId])
  const { email } = await prisma().user.findUniqueOrThrow({ where: { id: admin.userId } })
  return { accountId, provider, runId, recipients: [email, second.email].sort() }
}

const mailFrom = "Rollcall <rollcall@larkspur.example>"
const emailsOf = (accountId: string) =>
  prisma().email.findMany({ where: { accountId }, orderBy: { recipient: "asc" } })

test("S0-ERROR a run that fails with HTTP 500 is e-mailed to every admin of the account, and nobody else", async () => {
  const mail = await startMailServer()
  const { provider, runId, accountId, recipients } = await queueFailingRun()
  const worker = await startWorker(url(), {
    SMTP_URL: mail.url,
    MAIL_FROM: mailFrom,
    NEXTAUTH_URL: "https://rollcall.example",
  })
  await expect.poll(() => mail.taken.length, { timeout: 60_000 }).toBe(2)
  expect(mail.taken.flatMap(({ to }) => to).sort()).toEqual(recipients)
  const [one] = mail.taken
  expect(one?.mail).toMatchObject({
    subject: "Head <office> could not be synced",
    from: { name: "Rollcall", address: "rollcall@larkspur.example" },
  })
  expect(one?.mail.text).toContain("500")
  expect(one?.mail.text).toContain(`https://rollcall.example/syncs/${runId}`)
  expect(one?.mail.text).toContain("the admins of Larkspur & Sons")
  expect(one?.mail.html).toContain("<h1")
  expect(one?.mail.html).toContain("Head &lt;office&gt; could not be synced")
  expect(one?.mail.html).toContain(`href="https://rollcall.example/syncs/${runId}"`)
  await expect
    .poll(async () => (await emailsOf(accountId)).map(({ status }) => status))
    .toEqual(["sent", "sent"])
  expect(JSON.stringify(worker.lines())).not.toContain(recipients[0])
  await provider.stop()
})

test("O-NOTIFY a mail server that is down loses nothing: what waited arrives once it is back", async () => {
  const port = await freePort()
  const { provider, accountId, recipients } = await queueFailingRun()
  await startWorker(url(), { SMTP_URL: `smtp://ada:s3cret@127.0.0.1:${port}`, MAIL_FROM: mailFrom })
  await expect
    .poll(async () => (await emailsOf(accountId)).map(({ status, lastError }) => ({ status, lastError })), {
      timeout: 60_000,
    })
    .toEqual(
      [0, 1].map(() => ({ status: "pending", lastError: expect.stringContaining("cannot be reached") })),
    )
  expect(JSON.stringify(await emailsOf(accountId))).not.toContain("s3cret")
  const mail = await startMailServer({ port })
  // By itself the worker would come after 5 seconds, 5 minutes and so on
  await pool().query("update emails set next_attempt_at = now() where status = 'pending'")
  await enqueue(pool(), "send-emails", {})
  await expect.poll(() => mail.taken.flatMap(({ to }) => to).sort(), { timeout: 60_000 }).toEqual(recipients)
  expect((await emailsOf(accountId)).every(({ attempts }) => attempts >= 2)).toBe(true)
  await provider.stop()
})

test("O-NOTIFY a recipient that the mail server refuses for good keeps no other from being told", async () => {
  const { provider, accountId, recipients } = await queueFailingRun()
  const [gone = "", there] = recipients
  const mail = await startMailServer({ unknown: [gone] })
  await startWorker(url(), { SMTP_URL: mail.url, MAIL_FROM: mailFrom })
  await expect
    .poll(async () => (await emailsOf(accountId)).map(({ status }) => status), { timeout: 60_000 })
    .toEqual(["failed", "sent"])
  expect(mail.taken.flatMap(({ to }) => to)).toEqual([there])
  expect((await emailsOf(accountId))[0]?.lastError).toContain("No such person")
  await provider.stop()
})

test("S0-ERROR a sender that the mail server refuses costs no e-mail: all arrive once that is put right", async () => {
  let isPutRight = false
  const mail = await startMailServer({ refusesSenders: () => !isPutRight })
  const { provider, accountId, recipients } = await queueFailingRun()
  await startWorker(url(), { SMTP_URL: mail.url, MAIL_FROM: mailFrom })
  await expect
    .poll(async () => (await emailsOf(accountId)).map(({ lastError }) => lastError), { timeout: 60_000 })
    .toEqual([0, 1].map(() => expect.stringContaining("Not a sender of ours")))
  expect((await emailsOf(accountId)).map(({ status }) => status)).toEqual(["pending", "pending"])
  isPutRight = true
  await pool().query("update emails set next_attempt_at = now() where status = 'pending'")
  await enqueue(pool(), "send-emails", {})
  await expect.poll(() => mail.taken.flatMap(({ to }) => to).sort(), { timeout: 60_000 }).toEqual(recipients)
  await provider.stop()
})

test.each(["from-start", "starttls"] as const)(
  "O-NOTIFY a mail server that wants TLS (%s) gets the e-mails through it, once its authority is trusted",
  async (tls) => {
    await pool().query("truncate accounts cascade")
    const mail = await startMailServer({ tls })
    const { provider, recipients } = await queueFailingRun()
    await startWorker(url(), { SMTP_URL: mail.url, MAIL_FROM: mailFrom, NODE_EXTRA_CA_CERTS: testAuthority })
    await expect
      .poll(() => mail.taken.flatMap(({ to }) => to).sort(), { timeout: 60_000 })
      .toEqual(recipients)
    expect(mail.taken.every(({ secure }) => secure)).toBe(true)
    await provider.stop()
  },
)
