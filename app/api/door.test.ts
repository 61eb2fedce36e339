import { encode } from "next-auth/jwt"
import { beforeAll, describe, expect, test } from "vitest"
import { createApiToken } from "@/lib/auth/api-token"
import { prisma } from "@/lib/db/client"
import { callApi, listRoutes } from "@/lib/tooling/test-api"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant, type Tenant } from "@/lib/tooling/test-tenant"

testDatabase()

let tenant: Tenant
let email: string
beforeAll(async () => {
  tenant = await makeTenant()
  email = (await prisma().user.findUniqueOrThrow({ where: { id: tenant.admin.userId } })).email
})

const cookieOf = async (userId: string) =>
  `next-auth.session-token=${await encode({ token: { sub: userId }, secret: process.env.NEXTAUTH_SECRET ?? "" })}`
const withCookie = async (headers: Record<string, string> = {}) => ({
  headers: { cookie: `theme=dark; ${await cookieOf(tenant.admin.userId)}`, ...headers },
})

describe("O-AUTH who may come in", () => {
  test("without a token or cookie: 401 that says what to do", async () => {
    const refused = await callApi("/api/account")
    expect(refused.status).toBe(401)
    expect(refused.headers.get("www-authenticate")).toContain("Bearer")
    expect(refused.json).toMatchObject({ type: "about:blank", title: "Unauthorized", status: 401 })
  })

  test.each(["rc_nonsense", "", "rc_\u00ff", "x".repeat(5000)])("an unknown token: 401", async (token) => {
    expect((await callApi("/api/account", { token })).status).toBe(401)
  })

  test("another scheme: 401", async () => {
    expect((await callApi("/api/account", { headers: { authorization: "Basic YTpi" } })).status).toBe(401)
  })

  test("O-TOKENS a token is stored as a hash, says when it was used, and ends when it expires or is revoked", async () => {
    const token = await createApiToken(prisma(), {
      email,
      name: "ending",
      expiresAt: new Date(Date.now() + 60_000),
    })
    expect(token).toMatch(/^rc_[\w-]{43}$/)
    const where = { name: "ending" }
    const kept = await prisma().apiToken.findFirstOrThrow({ where })
    expect(Buffer.from(kept.tokenHash).toString("hex")).toMatch(/^[0-9a-f]{64}$/)
    expect((await callApi("/api/account", { token })).status).toBe(200)
    const used = (await prisma().apiToken.findFirstOrThrow({ where })).lastUsedAt
    expect(used).not.toBeNull()
    await callApi("/api/account", { token })
    expect((await prisma().apiToken.findFirstOrThrow({ where })).lastUsedAt).toEqual(used)
    await prisma().apiToken.updateMany({ where, data: { expiresAt: new Date(0) } })
    expect((await callApi("/api/account", { token })).json.detail).toContain("expired on 1970-01-01")
    await prisma().apiToken.updateMany({ where, data: { expiresAt: null, revokedAt: new Date() } })
    expect((await callApi("/api/account", { token })).json.detail).toContain("revoked")
  })

  test("a session cookie: the account and role of the membership as it is now", async () => {
    const own = await makeTenant()
    const headers = { cookie: await cookieOf(own.member.userId) }
    expect((await callApi("/api/account", { headers })).json).toMatchObject({
      id: own.accountId,
      role: "MEMBER",
    })
    await prisma().membership.updateMany({ where: { userId: own.member.userId }, data: { role: "VIEWER" } })
    expect((await callApi("/api/account", { headers })).json.role).toBe("VIEWER")
    await prisma().membership.deleteMany({ where: { userId: own.member.userId } })
    expect((await callApi("/api/account", { headers })).status).toBe(401)
  })

  test("a cookie that was tampered with: 401", async () => {
    const cookie = `${(await cookieOf(tenant.admin.userId)).slice(0, -3)}abc`
    expect((await callApi("/api/account", { headers: { cookie } })).status).toBe(401)
  })

  test.each<[string, Record<string, string>, number]>([
    ["of another site, by Sec-Fetch-Site", { "sec-fetch-site": "cross-site" }, 403],
    ["of a sibling site", { "sec-fetch-site": "same-site" }, 403],
    ["of another origin", { origin: "https://evil.example", host: "127.0.0.1:3000" }, 403],
    ["of a sandboxed frame", { origin: "null", host: "127.0.0.1:3000" }, 403],
    ["of our own, by Sec-Fetch-Site", { "sec-fetch-site": "same-origin" }, 200],
    ["of our own origin", { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }, 200],
    ["of a program", {}, 200],
  ])("a change with a cookie from a page %s: %i", async (_, headers, status) => {
    const call = { method: "PATCH" as const, body: { name: "Acme" }, ...(await withCookie(headers)) }
    expect((await callApi("/api/account", call)).status).toBe(status)
  })
})

describe("O-AUTH roles", () => {
  const id = "00000000-0000-7000-8000-000000000000"
  const forAdmins = [
    ["POST", "/api/integrations", { provider: "addigy", name: "x" }],
    ["PUT", `/api/integrations/${id}`, { name: "x" }],
    ["DELETE", `/api/integrations/${id}`, undefined],
    ["PATCH", `/api/integrations/${id}/sync-settings`, {}],
    ["POST", `/api/integrations/${id}/check`, {}],
    ["POST", "/api/integrations/check", { provider: "addigy" }],
    ["GET", `/api/sync-logs/${id}/pages/1`, undefined],
    ["POST", "/api/devices", { name: "x" }],
    ["PATCH", "/api/account", { name: "x" }],
  ] as const
  test.each(forAdmins)("%s %s is for admins", async (method, address, body) => {
    for (const token of [tenant.tokens.viewer, tenant.tokens.member]) {
      const refused = await callApi(address, { method, token, body })
      expect(refused.status, refused.text).toBe(403)
      expect(refused.json.detail).toContain("needs the role ADMIN")
    }
  })

  const forMembers = [
    `/api/integrations/${id}/sync`,
    `/api/sync-logs/${id}/cancel`,
    "/api/integrations/mdm/sync",
  ]
  test.each(forMembers)("POST %s is for members", async (address) => {
    expect((await callApi(address, { method: "POST", token: tenant.tokens.viewer })).status).toBe(403)
    expect((await callApi(address, { method: "POST", token: tenant.tokens.member })).status).toBe(404)
  })
})

describe("O-LIMITS bad input is a clear error and never a 500", () => {
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    callApi("/api/devices", { method: "POST", token: tenant.tokens.admin, body, headers })

  test.each<[string, unknown, Record<string, string>, number]>([
    ["a body that is not JSON", "{name:", {}, 400],
    ["an empty body", "", {}, 400],
    ["a body of another type", "name=x", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["a body without a type", "{}", { "content-type": "" }, 415],
    ["a body above 1 MB", { name: "x".repeat(1_100_000) }, {}, 413],
    ["a body that claims to be huge", "{}", { "content-length": "99999999999" }, 413],
    ["a list where an object is due", [1, 2], {}, 422],
    ["null", "null", {}, 422],
    ["a name of 10,000 characters", { name: "x".repeat(10_000) }, {}, 422],
    ["a NUL byte", { name: "a\0b" }, {}, 422],
    ["half a surrogate pair", '{"name":"\\ud800"}', {}, 422],
    ["a NUL byte in a key", { "a\0b": 1, name: "x" }, {}, 422],
    ["a body nested 100,000 deep", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`, {}, 422],
    ["a number for a name", { name: 5 }, {}, 422],
    ["neither name nor serial", { model: "x" }, {}, 422],
    ["an unknown kind", { name: "x", kind: "toaster" }, {}, 422],
  ])("%s", async (_, body, headers, status) => {
    const refused = await post(body, headers)
    expect(refused.status, refused.text).toBe(status)
    expect(refused.json).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) })
  })

  test.each([
    "limit=0",
    "limit=201",
    "limit=1e99",
    "limit=abc",
    "limit=-5",
    "cursor=abc",
    "cursor=bnVsbA",
    `cursor=${Buffer.from('["a\\u0000","00000000-0000-7000-8000-000000000000"]').toString("base64url")}`,
    `cursor=${Buffer.from('["a","no-uuid"]').toString("base64url")}`,
    `cursor=${"x".repeat(2000)}`,
    "search=a%00b",
    `search=${"x".repeat(300)}`,
    "integrationId=7",
    "kind=toaster",
    "sort=colour",
    "status=gone",
    "includeRetired=perhaps",
    "asOf=2026-01-01",
  ])("GET /api/devices?%s", async (query) => {
    const refused = await callApi(`/api/devices?${query}`, { token: tenant.tokens.admin })
    expect(refused.status, refused.text).toBe(422)
    expect(Object.keys(refused.json.errors)).toEqual([query.split("=")[0]])
  })

  test("a time cursor that is no time", async () => {
    const cursor = Buffer.from('["x","00000000-0000-7000-8000-000000000000"]').toString("base64url")
    const refused = await callApi(`/api/devices?sort=updatedAt&cursor=${cursor}`, {
      token: tenant.tokens.admin,
    })
    expect(refused.status).toBe(422)
  })

  // A gateway's id is the provider's own, and may be any text
  const byId = listRoutes().filter(
    ({ address }) => address.includes("[id]") && !address.startsWith("/api/lorawan/"),
  )
  test.each(byId.flatMap(({ address, methods }) => methods.map((method) => ({ method, address }))))(
    "$method $address with an id that is no uuid: 404",
    async ({ method, address }) => {
      for (const id of ["7", "%00", "' or 1=1", "00000000-0000-0000-0000-00000000000g"]) {
        const path = address
          .replace("[id]", encodeURIComponent(decodeURIComponent(id)))
          .replace("[page]", "1")
        const body = method === "GET" || method === "DELETE" ? undefined : {}
        expect((await callApi(path, { method, token: tenant.tokens.admin, body })).status).toBe(404)
      }
    },
  )
})

test("every route but health, readiness, sign-in and the last resort asks who is there", async () => {
  const open = ["/api", "/api/health", "/api/ready", "/api/auth/[...nextauth]", "/api/[...path]"]
  for (const { address, methods } of listRoutes().filter((route) => !open.includes(route.address))) {
    for (const method of methods) {
      const path = address.replace(/\[\w+\]/g, "00000000-0000-7000-8000-000000000000")
      expect((await callApi(path, { method })).status, `${method} ${address}`).toBe(401)
    }
  }
})

test("S4-HEALTH the web says that it lives, and that it is ready", async () => {
  expect((await callApi("/api/health")).json).toEqual({ status: "ok" })
  expect((await callApi("/api/ready")).json).toEqual({ status: "ready" })
})
