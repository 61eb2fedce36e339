import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { openSession, readAll } from "@/lib/providers/conformance.test-support"
import { type AddigySimulator, startAddigySimulator } from "@/simulators/addigy/start-addigy-simulator"
import { addigy } from "./session"

let simulator: AddigySimulator
beforeEach(async () => {
  simulator = await startAddigySimulator({ devices: 250 })
})
afterEach(() => simulator.stop())

const headOffice = "77777777-0000-4000-8000-000000000001"

function open(
  settings: Record<string, string> = {},
  credentials: Record<string, string> = simulator.credentials,
) {
  const baseUrl = settings.apiVersion === "v1" ? simulator.v1Url : simulator.url
  return openSession({
    provider: addigy,
    settings: { baseUrl, ...settings },
    credentials,
    pageSize: null,
    control: simulator.control,
    stop: simulator.stop,
  })
}

const policyOf = { policyId: headOffice }

describe("the check of Addigy's credentials", () => {
  it.each(["v2", "v1"])("%s says what is connected and which policies there are", async (apiVersion) => {
    const check = await open({ apiVersion, ...policyOf }).check()
    expect(check.detail).toMatch(
      /^Connected to Addigy at 127\.0\.0\.1:\d+ \(API v\d\)\. Devices of the policy Head office/,
    )
    expect(check.warnings).toEqual([])
    expect(check.choices.policyId).toContainEqual({ value: headOffice, label: "Head office" })
  })

  it.each([
    ["v2", { apiKey: "wrong" }, /refused the API key \(401\).*View Devices/],
    ["v1", { clientId: "a", clientSecret: "b" }, /refused the client ID and secret \(401\)/],
  ])("%s names wrong credentials", async (apiVersion, credentials, message) => {
    await expect(open({ apiVersion }, credentials).check()).rejects.toMatchObject({
      code: "unauthorized",
      message: expect.stringMatching(message),
    })
  })

  it("names the permission that is missing", async () => {
    simulator.control({ faults: [{ kind: "missing_permission" }] })
    await expect(open().check()).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining('"View Devices"'),
    })
    simulator.control({ faults: [{ kind: "missing_permission" }, { kind: "no_permissions_call" }] })
    await expect(open().check()).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining('"View Devices"'),
    })
  })

  it("tries a search of one device where Addigy has no list of permissions", async () => {
    simulator.control({ faults: [{ kind: "no_permissions_call" }] })
    await open().check()
    expect(simulator.state().requests).toMatchObject({ "POST /api/v2/devices": 1 })
  })

  it("warns when policies may not be listed", async () => {
    simulator.control({ faults: [{ kind: "status", status: 403, on: "policies" }] })
    const check = await open().check()
    expect(check.choices.policyId).toEqual([])
    expect(check.warnings[0]).toContain("may not list policies")
  })

  it.each(["v2", "v1"])(
    "%s names the policies there are when the chosen one is not among them",
    async (apiVersion) => {
      await expect(open({ apiVersion, policyId: "gone" }).check()).rejects.toMatchObject({
        code: "misconfigured",
        message: "Addigy has no policy gone. Choose one of these: Head office, Field team, Warehouse.",
      })
    },
  )
})

describe("S0-FETCH the policy that is set", () => {
  it.each(["v2", "v1"])("%s reads its devices and no others", async (apiVersion) => {
    const { records, error } = await readAll(open({ apiVersion, ...policyOf }))
    expect(error).toBeNull()
    expect(records.length).toBeGreaterThan(50)
    expect(records.length).toBeLessThan(150)
    for (const { attributes } of records) expect(attributes.policy_ids).toEqual([headOffice])
  })

  it.each(["v2", "v1"])(
    "%s leaves other policies' devices out when Addigy ignores the filter",
    async (apiVersion) => {
      const { records } = await readAll(open({ apiVersion, ...policyOf }))
      simulator.control({ faults: [{ kind: "ignored_policy" }] })
      const ignored = await readAll(open({ apiVersion, ...policyOf }))
      expect(ignored.records.map(({ externalId }) => externalId)).toEqual(
        records.map(({ externalId }) => externalId),
      )
      expect(ignored.pages.reduce((sum, page) => sum + page.skipped, 0)).toBe(250 - records.length)
    },
  )

  it.each(["v2", "v1"])(
    "%s fails, instead of reading nothing, when the policy is gone",
    async (apiVersion) => {
      for (const faults of [[], [{ kind: "ignored_policy" } as const]]) {
        simulator.control({ faults })
        const { error } = await readAll(open({ apiVersion, policyId: "gone" }))
        expect(error).toMatchObject({
          code: "misconfigured",
          message: expect.stringContaining("Head office"),
        })
      }
    },
  )

  it("v1 asks once under the other path when the usual one is not there", async () => {
    simulator.control({ faults: [{ kind: "nested_policy_path" }] })
    const { records, error } = await readAll(open({ apiVersion: "v1", ...policyOf }))
    expect(error).toBeNull()
    expect(records.length).toBeGreaterThan(50)
    expect(simulator.state().requests).toEqual({
      "GET /api/policies/devices": 1,
      [`GET /api/policies/${headOffice}/devices`]: 1,
    })
  })

  it("names what a scope covers", () => {
    expect(open().scope("devices")).toBe("Addigy v2, all policies")
    expect(open({ apiVersion: "v1", policyId: "p" }).scope("devices")).toBe("Addigy v1, policy p")
  })
})

describe("S3-PAGES pages that cannot be trusted", () => {
  it.each([
    { honest: true, words: "sent page 1 of the devices when page 2 was asked for" },
    { honest: false, words: "sent the same devices for page 2 as for page 1" },
  ])("refuses a list that does not advance (%j)", async ({ honest, words }) => {
    simulator.control({ faults: [{ kind: "stuck_page", honest }] })
    const { pages, error } = await readAll(open())
    expect(pages).toHaveLength(1)
    expect(error).toMatchObject({ code: "bad_response", message: expect.stringContaining(words) })
  })

  it("refuses a page that comes again also where the devices were heard from meanwhile", async () => {
    await simulator.stop()
    let time = Date.now()
    simulator = await startAddigySimulator({ devices: 250, now: () => (time += 60_000) })
    simulator.control({ faults: [{ kind: "stuck_page", honest: false }] })
    const { pages, error } = await readAll(open())
    expect(pages).toHaveLength(1)
    expect(error).toMatchObject({ code: "bad_response" })
  })

  it("refuses a list with an empty page in the middle", async () => {
    simulator.control({ faults: [{ kind: "empty_page", page: 2 }] })
    const { error } = await readAll(open())
    expect(error).toMatchObject({
      code: "bad_response",
      message: expect.stringContaining("page 2 of the devices empty"),
    })
  })

  it("ends at empty pages, as incomplete, when fewer devices come than were announced", async () => {
    simulator.control({
      devices: 400,
      faults: [
        { kind: "empty_page", page: 3 },
        { kind: "empty_page", page: 4 },
      ],
    })
    const ended = await readAll(open())
    expect([ended.error, ended.records.length]).toEqual([null, 200])
    expect(ended.pages.at(-1)).toMatchObject({
      expectedTotal: 400,
      incomplete: "Addigy announced 4 pages of devices, but from page 3 on they were empty.",
    })
  })

  it("hands on the announced total when the last page is empty", async () => {
    simulator.control({ faults: [{ kind: "empty_page", page: 3 }] })
    const { pages, error } = await readAll(open())
    expect([error, pages.at(-1)?.expectedTotal, pages.flatMap((page) => page.records).length]).toEqual([
      null,
      250,
      200,
    ])
  })

  it("believes the page size of the reply", async () => {
    simulator.control({ faults: [{ kind: "small_pages", perPage: 30 }] })
    const { pages, records, error } = await readAll(open())
    expect([error, pages.length, records.length]).toEqual([null, 9, 250])
  })

  it.each([250, 200, 0])("reads %i devices without metadata until a page is not full", async (devices) => {
    simulator.control({ devices, faults: [{ kind: "no_metadata" }] })
    const { records, error, pages } = await readAll(open())
    expect([error, records.length, pages[0]?.expectedTotal]).toEqual([null, devices, null])
  })
})

describe("O-LIMITS bad input", () => {
  it("refuses settings and credentials that cannot be used, in words", () => {
    expect(() => open({ apiVersion: "v9" })).toThrow('apiVersion must be "v2" or "v1".')
    expect(() => open({}, {})).toThrow("Enter the API key.")
    expect(() => open({ baseUrl: "https://10.0.0.1/api" })).toThrow("ROLLCALL_ALLOWED_PRIVATE_HOSTS")
  })

  it("says so when the base URL is that of the other version", async () => {
    const { error } = await readAll(open({ baseUrl: simulator.url.replace("/v2", "/v3") }))
    expect(error).toMatchObject({ code: "unauthorized" })
    simulator.control({ faults: [{ kind: "status", status: 404 }] })
    expect((await readAll(open())).error).toMatchObject({
      code: "not_found",
      message: expect.stringContaining("Check the base URL"),
    })
  })

  it("shows what Addigy says of a request it does not take", async () => {
    simulator.control({ faults: [{ kind: "status", status: 400 }] })
    expect((await readAll(open())).error).toMatchObject({
      code: "misconfigured",
      providerSaid: "simulated 400",
      message: expect.stringContaining("(400: simulated 400)"),
    })
  })
})
