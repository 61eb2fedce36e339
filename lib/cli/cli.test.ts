import { createHash, randomBytes } from "node:crypto"
import { expect, test } from "vitest"
import { prisma } from "@/lib/db/client"
import { envSchema, parseEnv } from "@/lib/env"
import { open, seal } from "@/lib/secrets"
import { freePort } from "@/lib/tooling/ports"
import { testDatabase } from "@/lib/tooling/test-database"
import { startMailServer, testAuthority } from "@/lib/tooling/test-mail-server"
import { makeTenant } from "@/lib/tooling/test-tenant"
import { startWorker } from "@/lib/tooling/test-worker"
import { waitUntil } from "@/lib/tooling/wait-until"
import { rollcall } from "./rollcall.test-support"

const url = testDatabase()

test("O-CLI account, user and token are made, and the token stands alone on standard output", async () => {
  const account = await rollcall(["account", "create", "--name", "Acme"])
  const accountId = account.stdout.trim()
  const user = [
    "user",
    "create",
    "--email",
    "Ann@Example.com",
    "--name",
    "Ann",
    "--role",
    "admin",
    "--account",
    accountId,
  ]
  expect(await rollcall([...user, "--password-stdin"], { input: "correct horse\n" })).toMatchObject({
    code: 0,
  })
  const token = await rollcall([
    "token",
    "create",
    "--email",
    "ann@example.com",
    "--name",
    "CI",
    "--expires-days",
    "7",
  ])
  expect(token.stdout).toMatch(/^rc_[\w-]{43}\n$/)
  const tokenHash = Uint8Array.from(createHash("sha256").update(token.stdout.trim()).digest())
  const kept = await prisma().apiToken.findUniqueOrThrow({ where: { tokenHash }, include: { user: true } })
  expect(kept).toMatchObject({ name: "CI", accountId, user: { email: "ann@example.com" } })
  expect(kept.expiresAt?.getTime()).toBeGreaterThan(Date.now() + 6 * 86_400_000)
})

test("O-CLI a wrong call shows the usage and exits with 2, a failure exits with 1 and says why", async () => {
  expect(await rollcall(["dance"])).toMatchObject({ code: 2, stdout: "" })
  const missing = await rollcall(["token", "create", "--email", "x@example.com"])
  expect(missing).toMatchObject({ code: 2, stdout: "" })
  expect(missing.stderr).toContain(
    "--name is missing.\n\nUsage: npm run rollcall -- <command>\n\n  token create --email",
  )
  expect(await rollcall(["key", "--bogus"])).toMatchObject({ code: 2 })
  const unknown = await rollcall(["token", "create", "--email", "nobody@example.com", "--name", "x"])
  expect(unknown).toMatchObject({ code: 1, stdout: "" })
  expect(unknown.stderr).toContain("No user with the e-mail nobody@example.com")
})

test("O-CLI a password is never taken from the arguments", async () => {
  const user = ["user", "create", "--email", "b@example.com", "--name", "B", "--role", "VIEWER"]
  expect(await rollcall([...user, "--password", "hunter2hunter2"])).toMatchObject({ code: 2 })
  expect((await rollcall(user)).stderr).toContain("add --password-stdin")
})

test("O-CLI sync queues a run by name, says when it is ambiguous, and returns the run in progress", async () => {
  const [one, two] = [await makeTenant(), await makeTenant()]
  const integrationOf = (accountId: string, name: string) =>
    prisma().integration.create({ data: { accountId, name, provider: "addigy" } })
  const { id } = await integrationOf(one.accountId, "Only one")
  for (const { accountId } of [one, two]) await integrationOf(accountId, "Both")
  const first = await rollcall(["sync", "Only one"])
  const run = await prisma().syncLog.findUniqueOrThrow({ where: { id: first.stdout.trim() } })
  expect(run).toMatchObject({ integrationId: id, status: "PENDING", trigger: "manual" })
  expect((await rollcall(["sync", id])).stdout).toBe(first.stdout)
  expect((await rollcall(["sync", "Both"])).stderr).toContain(
    'Several integrations are called "Both"; give the id:',
  )
  expect((await rollcall(["sync", "None"])).stderr).toContain('There is no integration "None".')
})

test("O-SECRETS rotate-keys encrypts stored credentials with the first key, and leaves them alone without their own", async () => {
  const { accountId } = await makeTenant()
  const { id } = await prisma().integration.create({
    data: { accountId, name: "Sealed", provider: "addigy" },
  })
  const { ciphertext, keyId } = seal({ apiKey: "secret" }, id)
  await prisma().integration.update({
    where: { id },
    data: { credentialsCiphertext: ciphertext, credentialsKeyId: keyId },
  })
  const newKey = `new:${randomBytes(32).toString("base64")}`
  const alone = await rollcall(["rotate-keys"], { env: { ROLLCALL_ENCRYPTION_KEYS: newKey } })
  expect(alone).toMatchObject({ code: 1 })
  expect(alone.stderr).toContain('The credentials of "Sealed" cannot be decrypted')
  const both = `${newKey},${process.env.ROLLCALL_ENCRYPTION_KEYS}`
  const rotated = await rollcall(["rotate-keys"], { env: { ROLLCALL_ENCRYPTION_KEYS: both } })
  expect(rotated.stdout).toBe('1 integrations and 0 webhooks encrypted anew; all use the key "new" now.\n')
  const { credentialsCiphertext, credentialsKeyId } = await prisma().integration.findUniqueOrThrow({
    where: { id },
  })
  expect(credentialsKeyId).toBe("new")
  expect(() => open({ ciphertext: credentialsCiphertext ?? new Uint8Array(), keyId: "new" }, id)).toThrow(
    "not in ROLLCALL",
  )
})

test("O-CLI doctor says that no worker was seen, and exits with 1", async () => {
  const { code, stdout } = await rollcall(["doctor"])
  expect(code).toBe(1)
  expect(stdout).toMatch(/^ok {4}database: Postgres \d+/m)
  expect(stdout).toContain("ok    migrations: all applied")
  expect(stdout).toContain("BAD   worker: none was seen yet; start one with npm run worker")
})

test("O-CLI doctor sees a worker as soon as it takes jobs, not only after its first full minute", async () => {
  const worker = await startWorker(url())
  await worker.said("worker takes jobs")
  await waitUntil({
    what: "doctor sees the worker",
    isSo: async () => (await rollcall(["doctor"])).stdout.includes("ok    worker: seen"),
    seconds: 15,
  })
})

test("O-CLI doctor asks the mail server, and says why it does not let us in", async () => {
  const mail = await startMailServer()
  const asked = async (SMTP_URL: string) =>
    (await rollcall(["doctor"], { env: { SMTP_URL } })).stdout
      .split("\n")
      .find((line) => line.includes("mail: "))
  expect(await asked(mail.url)).toMatch(/^ok {4}mail: from .* nothing waits$/)
  const port = await freePort()
  expect(await asked(`smtp://ada:s3cret@127.0.0.1:${port}`)).toMatch(
    /^BAD {3}mail: The mail server 127\.0\.0\.1:\d+ cannot be reached: (?!.*s3cret)/,
  )
  expect(await asked("")).toMatch(/^ok {4}mail: not set up/)
})

test.each(["from-start", "starttls"] as const)(
  "O-CLI doctor says when a mail server's certificate is not trusted (TLS %s), and how it goes when it is",
  async (tls) => {
    const mail = await startMailServer({ tls })
    const asked = async (env: object) =>
      (await rollcall(["doctor"], { env: { SMTP_URL: mail.url, ...env } })).stdout
    expect(await asked({})).toMatch(/BAD {3}mail: .*certificate/)
    expect(await asked({ NODE_EXTRA_CA_CERTS: testAuthority })).toMatch(/ok {4}mail: from .* nothing waits/)
  },
)

test("a variable that is set to nothing counts as not set, a required one too", () => {
  const least = {
    DATABASE_URL: "postgresql://127.0.0.1/rollcall",
    ROLLCALL_ENCRYPTION_KEYS: `a:${randomBytes(32).toString("base64")}`,
    NEXTAUTH_SECRET: "a secret of this test",
  }
  const names = Object.keys(envSchema.shape).filter((name) => !(name in least))
  const empty = Object.fromEntries(names.map((name, at) => [name, at % 2 === 0 ? "" : "  "]))
  expect(parseEnv({ ...least, ...empty })).toEqual(parseEnv(least))
  expect(() => parseEnv({ ...least, NEXTAUTH_SECRET: "" })).toThrow("NEXTAUTH_SECRET is not set.")
})
