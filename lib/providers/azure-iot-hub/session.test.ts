import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"
import { openSession, readAll } from "@/lib/providers/conformance.test-support"
import {
  type AzureIotHubSimulator,
  connectionStringOf,
  startAzureIotHubSimulator,
} from "@/simulators/azure-iot-hub/start-azure-iot-hub-simulator"
import { azureIotHub } from "./session"

let hub: AzureIotHubSimulator
beforeEach(async () => {
  hub = await startAzureIotHubSimulator({ devices: 250 })
})
afterEach(() => hub.stop())

function open(settings: Record<string, Json> = {}, credentials: Record<string, string> = hub.credentials) {
  return openSession({
    provider: azureIotHub,
    settings: { endpoint: hub.url, authority: hub.url, ...settings },
    credentials,
    pageSize: 100,
    control: () => ({ requests: {} }),
    stop: hub.stop,
  })
}

const as = (policy: string) => ({ connectionString: connectionStringOf(policy) })
const failure = (attempt: Promise<unknown>): Promise<ProviderError> =>
  attempt.then(
    () => Promise.reject(new Error("It did not fail.")),
    (error: unknown) => (error instanceof ProviderError ? error : Promise.reject(error)),
  )

describe("S4-WIZARD the check of a hub", () => {
  it("says what is connected, how many devices there are, and what a sync costs", async () => {
    const { detail, warnings, allowance } = await open().check()
    expect(detail).toMatch(
      /^Connected to contoso-hub\.azure-devices\.net with the policy rollcall\. It has 250 devices\./,
    )
    expect(detail).toMatch(/reads about \d+ of the 400,000 messages that 1 unit of S1/)
    expect(warnings).toEqual([])
    expect(allowance).toMatchObject({ perDay: 400_000, what: "messages a day of 1 unit of S1" })
    expect(detail).toContain(`One sync reads about ${allowance?.perSync.toLocaleString("en")} of`)
    expect(hub.state().calls).toEqual({ devices: 1, statistics: 1 })
  })

  it("O-SECRETS tells where a host name among the settings leads, so that stored secrets do not follow it unasked", () => {
    expect(azureIotHub.origins?.({ hostName: " Other.azure-devices.net" })).toEqual([
      "https://other.azure-devices.net",
    ])
    expect(azureIotHub.origins?.({ endpoint: hub.url })).toEqual([])
  })

  it("warns where syncing every 5 minutes is more than the hub allows", async () => {
    hub.control({ devices: 12_000 })
    const { warnings } = await open().check()
    expect(warnings[0]).toMatch(/too much for this hub.*about 6 minutes.*Choose \S+ (minutes|hour)/)
  })

  it("warns where the policy may not count devices, and names the permission", async () => {
    const { warnings, detail } = await open({}, as("service")).check()
    expect(warnings).toEqual([expect.stringContaining('lacks "RegistryRead"')])
    expect(detail).not.toContain("It has")
  })

  it("names the permission that a policy lacks, without the key", async () => {
    for (const policy of ["registryRead", "device"]) {
      const error = await failure(open({}, as(policy)).check())
      expect(error).toMatchObject({
        code: "unauthorized",
        message: expect.stringContaining('"ServiceConnect"'),
      })
      expect(error.message).toContain(policy)
      expect(JSON.stringify(error)).not.toContain("SharedAccessKey=")
    }
  })

  it.each([
    ["IotHubNotFound", "unauthorized", /no IoT hub at/],
    ["IotHubQuotaExceeded", "quota_exhausted", /midnight UTC/],
    ["IotHubSuspended", "forbidden", /suspended/],
    ["OperationNotAvailableInCurrentTier", "forbidden", /tier has no device twins/],
    ["IotHubFailingOver", "unreachable", /failing over/],
    ["ArgumentInvalid", "misconfigured", /simulated ArgumentInvalid/],
    ["ServerBusy", "unreachable", /503/],
  ] as const)("tells %s apart, in either form of the hub's errors", async (code, meant, words) => {
    for (const numbered of [false, true]) {
      hub.control({ faults: [{ kind: "error", code, numbered }] })
      expect(await failure(open().check())).toMatchObject({
        code: meant,
        message: expect.stringMatching(words),
      })
    }
  })

  it("says so when nothing answers at the host name", async () => {
    const error = await failure(open({ endpoint: "http://127.0.0.1:9" }).check())
    expect(error).toMatchObject({ code: "unreachable", message: expect.stringContaining("Nothing answers") })
  })

  it("S4-RETRY waits as long as a throttled reply says", async () => {
    hub.control({ throttle: { perMinute: 600, burst: 1 } })
    const began = performance.now()
    hub.control({ faults: [{ kind: "error", code: "ThrottlingBacklogTimeout", on: "devices" }] })
    setTimeout(() => hub.control({ faults: [] }), 300)
    await open().check()
    expect(performance.now() - began).toBeGreaterThan(990)
  })
})

describe("S3-AZURE-DEVICES signing in with Entra ID", () => {
  it("fetches one token for a whole read", async () => {
    const { records, error } = await readAll(open({ auth: "entra" }, hub.entraCredentials))
    expect([error, records.length, hub.state().calls["sign-in"]]).toEqual([null, 250, 1])
  })

  it("fetches another token once when the hub refuses the one it has", async () => {
    hub.control({ faults: [{ kind: "status", status: 401, times: 1, after: 1, on: "devices" }] })
    const { records, error } = await readAll(open({ auth: "entra" }, hub.entraCredentials))
    expect([error, records.length, hub.state().calls["sign-in"]]).toEqual([null, 250, 2])
  })

  it.each([
    [{ tenantId: "elsewhere" }, /knows no tenant elsewhere \(AADSTS90002\)/],
    [{ clientId: "nobody" }, /knows no application nobody/],
    [{ clientSecret: "wrong-secret" }, /refused the client secret \(AADSTS7000215\)/],
  ])("says what Entra ID refuses (%j)", async (wrong, words) => {
    const error = await failure(open({}, { ...hub.entraCredentials, ...wrong }).check())
    expect(error).toMatchObject({ code: "unauthorized", message: expect.stringMatching(words) })
    expect(JSON.stringify([error.message, error.providerSaid])).not.toContain("wrong-secret")
  })

  it("names the role that an application lacks", async () => {
    const newcomer = {
      clientId: "aaaaaaaa-0000-4000-8000-000000000002",
      clientSecret: "simulated-newcomer-secret",
    }
    const error = await failure(open({}, { ...hub.entraCredentials, ...newcomer }).check())
    expect(error.message).toContain('role "IoT Hub Data Reader"')
  })
})

describe("S3-PAGES lists of a hub", () => {
  const ids = async () => {
    const { records, error, pages } = await readAll(open())
    return { error, pages, ids: new Set(records.map(({ externalId }) => externalId)).size }
  }

  it("asks for no counts and nothing device by device", async () => {
    hub.control({ devices: 1000 })
    await readAll(open())
    expect(hub.state().calls).toEqual({ modules: 2, statistics: 1, devices: 10 })
  })

  it("goes on after an empty page in the middle, and after short ones", async () => {
    hub.control({ faults: [{ kind: "small_pages", perPage: 30 }] })
    expect(await ids()).toMatchObject({ error: null, ids: 250 })
    hub.control({ faults: [{ kind: "empty_page", page: 2 }] })
    const emptied = await ids()
    expect(emptied).toMatchObject({ error: null, ids: 150 })
    expect(emptied.pages.at(-1)?.expectedTotal).toBe(250)
  })

  it("begins a list again once when the hub no longer takes its token", async () => {
    hub.control({ faults: [{ kind: "expired_token", count: 1 }] })
    expect(await ids()).toMatchObject({ error: null, ids: 250 })
    hub.control({ faults: [{ kind: "expired_token", count: 2 }] })
    expect((await ids()).error).toMatchObject({ code: "misconfigured" })
  })

  it("resumes from a token, and reads from the start with one of an earlier process", async () => {
    const whole = await readAll(open())
    const middle = whole.pages.find(({ records }) => records.length > 0)?.cursor ?? ""
    const rest = await readAll(open(), middle)
    expect(rest.records.length).toBe(150)
    expect(
      rest.records.filter(({ fields }) => "kind" in fields && fields.kind === "edge")[0]?.modules,
    ).toHaveLength(3)
    const strange = await readAll(open(), "QUJD")
    expect([strange.error, strange.records.length]).toEqual([null, 250])
  })

  it("refuses a list that does not advance", async () => {
    hub.control({ faults: [{ kind: "stuck_page" }] })
    expect((await ids()).error).toMatchObject({
      code: "bad_response",
      message: expect.stringContaining("same continuation token"),
    })
  })
})

describe("S3-AZURE-EDGE the module pass", () => {
  const edges = (records: Awaited<ReturnType<typeof readAll>>["records"]) =>
    records.filter(({ fields }) => "kind" in fields && fields.kind === "edge")

  it("gives every edge device its modules, and others none", async () => {
    const { records, pages } = await readAll(open())
    expect(edges(records)).toHaveLength(21)
    for (const { modules } of edges(records)) expect(modules).toHaveLength(3)
    expect(records.filter(({ modules }) => modules !== undefined)).toHaveLength(21)
    expect(pages[0]).toMatchObject({ records: [], cursor: "modules" })
  })

  it("asks for each system module alone where the hub does not take IN", async () => {
    hub.control({ faults: [{ kind: "no_module_in" }] })
    const { records, error, pages } = await readAll(open())
    expect(error).toBeNull()
    expect(edges(records)[0]?.modules).toHaveLength(3)
    expect(pages.at(-1)).not.toHaveProperty("incomplete")
  })

  it("S3-REMOVE makes the read incomplete, with the cause, when it fails; the devices are read", async () => {
    hub.control({ faults: [{ kind: "status", status: 500, on: "modules" }] })
    const { records, error, pages } = await readAll(open())
    expect([error, records.length]).toEqual([null, 250])
    expect(edges(records).every(({ modules }) => modules === undefined)).toBe(true)
    expect(pages.at(-1)?.incomplete).toMatch(/^the modules of edge devices could not be read\..*500/)
  })

  it("ends the read where the hub wants to be left alone", async () => {
    hub.control({ faults: [{ kind: "error", code: "IotHubQuotaExceeded", on: "modules" }] })
    expect((await readAll(open())).error).toMatchObject({ code: "quota_exhausted" })
  })
})

describe("S3-REMOVE the hub's own count", () => {
  const last = async () => (await readAll(open())).pages.at(-1)

  it("makes a read incomplete when it is 0 or far below what was listed", async () => {
    hub.control({ faults: [{ kind: "wrong_total", by: -250 }] })
    expect((await last())?.incomplete).toBe("the hub counts 0 devices but listed 250.")
    hub.control({ faults: [{ kind: "wrong_total", by: -100 }] })
    expect((await last())?.incomplete).toContain("counts 150 devices")
    hub.control({ faults: [{ kind: "wrong_total", by: -3 }] })
    expect(await last()).not.toHaveProperty("incomplete")
  })

  it("is what an empty list is measured by", async () => {
    hub.control({ faults: [{ kind: "empty_list" }] })
    expect(await last()).toMatchObject({ records: [], expectedTotal: 250 })
  })

  it("makes a read incomplete when it fails, and is done without where it may not be asked", async () => {
    hub.control({ faults: [{ kind: "status", status: 500, on: "statistics" }] })
    expect((await last())?.incomplete).toMatch(/count of its devices could not be read.*500/)
    hub.control({ faults: [] })
    const { pages, error } = await readAll(open({}, as("service")))
    expect([error, pages.at(-1)?.expectedTotal, pages.at(-1)?.incomplete]).toEqual([null, null, undefined])
  })
})

describe("S3-REMOVE asking for single devices", () => {
  const confirm = async (ids: string[]) => (await open().confirmAbsent?.("devices", ids))?.gone

  it("confirms those that the registry does not have, whatever characters their ids have", async () => {
    hub.control({ add: [{ deviceId: "it's/50%?#" }] })
    expect(await confirm(["gone-1", "it's/50%?#", "gone/2"])).toEqual(["gone-1", "gone/2"])
  })

  it("claims nothing of devices that the list merely lags behind", async () => {
    const before = (await readAll(open())).records[0]?.externalId ?? ""
    hub.control({ faults: [{ kind: "lagging", count: 1 }] })
    expect((await readAll(open())).records).toHaveLength(249)
    expect(await confirm([before])).toEqual([])
  })

  it("claims nothing while the hub fails over, is throttled or broken", async () => {
    for (const code of ["IotHubFailingOver", "ThrottlingBacklogTimeout", "ServerBusy"] as const) {
      hub.control({ faults: [{ kind: "error", code, on: "twin" }] })
      expect(await confirm(["gone-1"])).toEqual([])
    }
    hub.control({ faults: [{ kind: "html", on: "twin" }] })
    expect(await confirm(["gone-1"])).toEqual([])
  })
})

describe("S4-RATE the pace of a hub", () => {
  it("follows tier and units, at Azure's own addresses or where a tier is set", () => {
    expect(azureIotHub.rate({})).toEqual({ perSecond: 20 / 60, burst: 20 })
    expect(azureIotHub.rate({ tier: "S3", units: 2 })).toEqual({ perSecond: 2000 / 60, burst: 2000 })
    expect(azureIotHub.rate({ endpoint: "http://127.0.0.1:4101" })).toBeNull()
    expect(azureIotHub.rate({ endpoint: "http://127.0.0.1:4101", tier: "S1", units: 3 })).toEqual({
      perSecond: 1,
      burst: 60,
    })
  })

  it("O-LIMITS reaches private addresses only where they are allowed", () => {
    const closed = { ...hub.credentials }
    expect(() =>
      azureIotHub.openSession({
        settings: { endpoint: "http://10.0.0.1" },
        credentials: closed,
        allowedPrivateHosts: [],
        signal: new AbortController().signal,
      }),
    ).toThrow("ROLLCALL_ALLOWED_PRIVATE_HOSTS")
  })
})
