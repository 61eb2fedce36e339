import { beforeAll, expect, test } from "vitest"
import { createAccount } from "@/lib/accounts/create-account"
import { createUser } from "@/lib/accounts/create-user"
import { prisma } from "@/lib/db/client"
import { testDatabase } from "@/lib/tooling/test-database"
import { hashPassword, verifyPassword } from "./hash-password"
import { signIn } from "./sign-in"

testDatabase()

const user = { email: " Ada@Example.com ", name: "Ada", password: "correct horse", role: "ADMIN" as const }
const now = new Date("2026-01-01T00:00:00Z")
const attempt = (email: string, password: string, more: { address?: string; now?: Date } = {}) =>
  signIn({ email, password, address: more.address ?? null, now: more.now ?? now })

beforeAll(async () => {
  const { id: accountId } = await createAccount(prisma(), { name: "Acme" })
  await createUser(prisma(), { ...user, accountId })
})

test("O-AUTH the e-mail is compared trimmed and in lower case, the password exactly", async () => {
  expect(await attempt("ADA@example.com", "correct horse")).toMatchObject({
    name: "Ada",
    email: "ada@example.com",
  })
  expect(await attempt("ada@example.com", "Correct horse")).toBeNull()
  expect(await attempt("nobody@example.com", "correct horse")).toBeNull()
  expect(await attempt("a\0b", "x")).toBeNull()
})

test("O-AUTH ten wrong passwords for an e-mail shut it for 15 minutes, also to the right one", async () => {
  const { id: accountId } = await createAccount(prisma(), { name: "Other" })
  await createUser(prisma(), { ...user, email: "eve@example.com", accountId })
  await Promise.all(Array.from({ length: 10 }, () => attempt("eve@example.com", "guess")))
  await expect(attempt("Eve@example.com ", "correct horse")).rejects.toThrow("Try again in 15 min.")
  const later = new Date(now.getTime() + 15 * 60_000)
  expect(await attempt("eve@example.com", "correct horse", { now: later })).not.toBeNull()
})

test("O-AUTH an address that fails with many e-mails is shut as well", async () => {
  const address = "192.0.2.7"
  await Promise.all(Array.from({ length: 50 }, (_, n) => attempt(`guess${n}@example.com`, "x", { address })))
  await expect(attempt("new@example.com", "x", { address })).rejects.toMatchObject({ status: 429 })
  expect(await attempt("new@example.com", "x", { address: "192.0.2.8" })).toBeNull()
})

test("O-AUTH many people signing in from one address shut nobody out", async () => {
  const address = "192.0.2.9"
  for (let n = 0; n < 13; n++) {
    const group = Array.from({ length: 4 }, () => attempt("ada@example.com", "correct horse", { address }))
    expect(await Promise.all(group)).not.toContain(null)
  }
})

test("O-AUTH a password's hash is salted scrypt with N = 65536", async () => {
  const hash = await hashPassword("secret")
  expect(hash).toMatch(/^scrypt\$65536\$/)
  expect(hash).not.toBe(await hashPassword("secret"))
  expect(await verifyPassword("secret", hash)).toBe(true)
  expect(await verifyPassword("", null)).toBe(false)
})

test("a user with a known e-mail, a short password or no e-mail is refused", async () => {
  const { id: accountId } = await createAccount(prisma(), { name: "Acme" })
  await expect(createUser(prisma(), { ...user, accountId })).rejects.toMatchObject({ status: 409 })
  await expect(
    createUser(prisma(), { ...user, email: "x", password: "short", accountId }),
  ).rejects.toMatchObject({
    status: 422,
    errors: { email: [expect.any(String)], password: [expect.any(String)] },
  })
})
