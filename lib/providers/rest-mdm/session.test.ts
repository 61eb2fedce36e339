import { afterEach, describe, expect, it, test } from "vitest"
import { deviceFields } from "@/lib/domain/device"
import type { Json } from "@/lib/domain/json"
import { openSession, type Reading, readAll } from "@/lib/providers/conformance.test-support"
import { registry } from "@/lib/providers/registry"
import type { Command } from "@/simulators/rest-mdm/control"
import {
  type DialectName,
  type RestSimulator,
  startRestSimulator,
} from "@/simulators/rest-mdm/start-rest-simulator"

let simulator: RestSimulator
afterEach(() => simulator.stop())

type Opening = {
  provider?: keyof typeof registry
  settings?: Record<string, Json>
  credentials?: Record<string, string>
}

/** Starts a stand-in and gives sessions with its preset, or with another one that is pointed at it. */
async function start(name: DialectName, command: Command = {}) {
  simulator = await startRestSimulator(name)
  simulator.control(command)
  const open = ({ provider = name, settings = {}, credentials }: Opening = {}) =>
    openSession({
      provider: registry[provider],
      settings: { ...simulator.settings, ...settings },
      credentials: credentials ?? simulator.credentials,
      pageSize: null,
      control: simulator.control,
      stop: simulator.stop,
    })
  return { open, read: (opening?: Opening) => readAll(open(opening)) }
}

const requests = () => simulator.state().requests
const serials = ({ records }: Reading) =>
  new Set(records.map(({ fields }) => deviceFields.parse(fields).serialNumber))

describe("S0-FETCH the traps of each MDM", () => {
  test("SimpleMDM is asked for 100 at once, not for its ten, and its owner attribute is the user", async () => {
    const { read } = await start("simplemdm", { devices: 30 })
    const { records } = await read()
    expect(requests()["GET /api/v1/devices"]).toBe(1)
    const owners = records.map(({ fields }) => deviceFields.parse(fields).assignedTo)
    expect(owners).toContainEqual(expect.stringMatching(/@example\.test$/))
    const { records: without } = await read({ settings: { ownerAttribute: "" } })
    expect(without.every(({ fields }) => deviceFields.parse(fields).assignedTo === null)).toBe(true)
  })

  it.each(["fleet", "jamf-pro"] as const)("the first page of %s is page 0", async (name) => {
    const { read } = await start(name, { devices: 205 })
    expect(serials(await read()).size).toBe(205)
  })

  test("Kandji's bare array and its two kinds of user are read", async () => {
    const { read } = await start("kandji", { devices: 40 })
    const { records } = await read()
    const owners = records.map(({ fields }) => deviceFields.parse(fields).assignedTo)
    expect(owners).toContain(null)
    expect(owners).toContainEqual(expect.stringMatching(/@example\.test$/))
  })

  it.each(["jamf-pro", "intune"] as const)(
    "a token of %s that ends while the list is read is renewed",
    async (name) => {
      const { read } = await start(name, { devices: 650 })
      simulator.control({
        faults: [
          { kind: "short_tokens", lists: 2 },
          { kind: "small_pages", perPage: 100 },
        ],
      })
      const { error, records } = await read()
      expect(error).toBeNull()
      expect(records).toHaveLength(650)
      const tokens = Object.entries(requests()).find(([call]) => call.endsWith("/token"))?.[1]
      expect(tokens).toBeGreaterThan(2)
    },
  )

  it.each([3, 2, 1])("of Jamf Pro's inventory version %i is read where it is the newest", async (newest) => {
    const { read } = await start("jamf-pro", { devices: 3, faults: [{ kind: "old_version", newest }] })
    expect((await read()).records).toHaveLength(3)
    expect(requests()[`GET /api/v${newest}/computers-inventory`]).toBe(1)
  })

  test("Jamf Pro lets a user in where there is no API client", async () => {
    const { read } = await start("jamf-pro", { devices: 3 })
    const credentials = { username: "jamf-simulator-user", password: "jamf-simulator-password" }
    expect((await read({ settings: { signIn: "user" }, credentials })).records).toHaveLength(3)
  })

  test("Mosyle's error with a 200 is an error", async () => {
    const { read } = await start("mosyle", {
      devices: 3,
      faults: [{ kind: "error_with_200", status: "UNKNOWN_COLUMNS" }],
    })
    expect((await read()).error).toMatchObject({
      code: "bad_response",
      message: expect.stringContaining("The request could not be carried out."),
    })
  })

  it.each([[], [{ kind: "pages_from_one" }], [{ kind: "ignores_paging" }]] as const)(
    "MicroMDM is read whole however it pages (%j)",
    async (...faults) => {
      const { read } = await start("micromdm", { devices: 250, faults: [...faults] })
      const { error, records } = await read()
      expect([error, records.length]).toEqual([null, 250])
    },
  )

  test("Intune's placeholder for a serial number is none", async () => {
    const { read } = await start("intune", { devices: 5, faults: [{ kind: "no_serial", count: 1 }] })
    const { pages } = await read()
    expect(pages[0]?.rejects[0]).toMatchObject({
      reason: "no_serial",
      message: expect.stringContaining("Defaultstring is a placeholder"),
    })
  })
})

describe("S3-PAGES a list is never taken for whole when it is not", () => {
  const offset = (more: Json = {}) => ({
    auth: { type: "header" },
    list: { path: "/offset/devices", items: "$.devices", pagination: paging(more) },
    fields: { external_id: "$.id", serial_number: "$.serial" },
  })
  const paging = (more: Json) => ({
    style: "offset",
    size_param: "size",
    size: 50,
    ...(typeof more === "object" ? more : {}),
  })
  const blackGlove = (config: Json): Opening => ({ provider: "blackglove", settings: { config } })

  test("a service that gives fewer than asked for, and no total, is read to its end", async () => {
    const { read } = await start("rest-mdm", { devices: 95, faults: [{ kind: "small_pages", perPage: 20 }] })
    expect((await read(blackGlove(offset()))).records).toHaveLength(95)
  })

  test("an empty page before the announced total makes the read incomplete", async () => {
    const { read } = await start("rest-mdm", { devices: 120, faults: [{ kind: "empty_page", at: 100 }] })
    const { error, pages, records } = await read(blackGlove(offset({ total: "$.total" })))
    expect([error, records.length]).toEqual([null, 100])
    expect(pages.at(-1)).toMatchObject({
      incomplete: expect.stringContaining("announced more devices"),
      expectedTotal: 120,
    })
  })

  test("pages that repeat are an error, with what to do", async () => {
    const { read } = await start("rest-mdm", { devices: 120, faults: [{ kind: "stuck_page" }] })
    expect((await read(blackGlove(offset()))).error).toMatchObject({
      code: "bad_response",
      message: expect.stringMatching(/same devices for two pages.*Check the paging/),
    })
  })

  test("more pages than the limit are an error", async () => {
    const { read } = await start("rest-mdm", { devices: 120 })
    const { error } = await read(blackGlove(offset({ max_pages: 2 })))
    expect(error).toMatchObject({ code: "bad_response", message: expect.stringContaining("no end: 2 pages") })
  })

  it.each(["next-url", "link"])(
    "O-LIMITS a next page on another host is not followed (%s)",
    async (style) => {
      const { read } = await start("rest-mdm", { devices: 120, faults: [{ kind: "foreign_next" }] })
      const pagination = style === "link" ? { style: "link_header" } : { style: "next_url", next: "$.next" }
      const config = { ...offset(), list: { path: `/${style}/devices`, items: "$.devices", pagination } }
      const { error, pages } = await read(blackGlove(config))
      expect(pages).toHaveLength(0)
      expect(error).toMatchObject({ code: "bad_response", message: expect.stringContaining("another host") })
    },
  )

  test("O-LIMITS too large a page, and too much in all, are refused", async () => {
    const { read } = await start("rest-mdm", { devices: 120 })
    expect((await read(blackGlove({ ...offset(), limits: { page_mb: 0.001 } }))).error).toMatchObject({
      code: "too_large",
    })
    expect((await read(blackGlove({ ...offset(), limits: { total_mb: 0.01 } }))).error).toMatchObject({
      code: "too_large",
      message: expect.stringContaining("limits.total_mb"),
    })
  })

  test("an items path that is wrong says which lists there are", async () => {
    const { open } = await start("rest-mdm", { devices: 5 })
    const config = {
      ...offset(),
      list: { path: "/offset/devices", items: "$.results", pagination: { style: "none" } },
    }
    await expect(open(blackGlove(config)).check()).rejects.toMatchObject({
      message: expect.stringContaining("Lists in it: $.devices (5 long)"),
    })
  })
})

describe("ways to prove who one is", () => {
  const auths: [string, Json, string[]][] = [
    ["a header", { type: "header" }, ["apiKey"]],
    [
      "a header of another name",
      { type: "header", headers: { "X-API-Key": "{{credentials.secret}}" } },
      ["secret"],
    ],
    ["Basic", { type: "basic" }, ["username", "password"]],
    ["a bearer token", { type: "bearer" }, ["token"]],
    ["a query", { type: "query", params: { key: "{{credentials.apiKey}}" } }, ["apiKey"]],
    [
      "OAuth",
      { type: "oauth2_client_credentials", token_url: "/oauth/token", client_auth: "basic" },
      ["clientId", "clientSecret"],
    ],
    ["a sign-in", { type: "login_token", path: "/login" }, ["username", "password"]],
    ["two at once", [{ type: "none" }, { type: "bearer" }], ["token"]],
  ]

  it.each(auths)("%s opens the door", async (_, auth, keys) => {
    const { open } = await start("rest-mdm", { devices: 3 })
    const known: Record<string, string> = {
      ...simulator.credentials,
      secret: simulator.credentials.apiKey ?? "",
    }
    const credentials = Object.fromEntries(keys.map((key) => [key, known[key] ?? ""]))
    const config = {
      auth,
      list: { path: "/none/devices", items: "$.devices", pagination: { style: "none" } },
      fields: { external_id: "$.id", serial_number: "$.serial" },
    }
    const session = open({ provider: "rest-mdm", settings: { config }, credentials })
    expect((await session.check()).detail).toContain("3 devices on the first page")
  })

  test("O-SECRETS a refused token is not repeated to anybody", async () => {
    const { read } = await start("jamf-pro", { devices: 3, faults: [{ kind: "short_tokens", lists: 1 }] })
    simulator.control({ faults: [{ kind: "status", status: 401, on: "devices" }] })
    const { error } = await read()
    expect(error).toMatchObject({
      code: "unauthorized",
      message: expect.stringContaining("API roles and clients"),
    })
    expect(String(error)).not.toMatch(/token-\d|jamf-simulator/)
  })
})
