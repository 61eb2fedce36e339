import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { Json } from "@/lib/domain/json"
import type { StreamId } from "@/lib/domain/provider-id"
import type { Page, Session, SourceRecord } from "@/lib/domain/session"
import { type AwsIotSimulator, startAwsIotSimulator } from "@/simulators/aws-iot/start-aws-iot-simulator"
import { neededActions } from "./policy"
import { awsIot } from "./session"

let simulator: AwsIotSimulator
const sessions: Session[] = []
beforeEach(async () => {
  simulator = await startAwsIotSimulator({ devices: 300, cores: 3 })
})
afterEach(async () => {
  for (const session of sessions.splice(0)) await session.close()
  await simulator.stop()
})

function open(
  settings: Record<string, Json> = {},
  credentials: Record<string, string> = {},
  allowedPrivateHosts = ["127.0.0.1"],
): Session {
  const session = awsIot.openSession({
    settings: { region: simulator.region, endpoint: simulator.url, ...settings },
    credentials: { ...simulator.credentials, ...credentials },
    allowedPrivateHosts,
    signal: new AbortController().signal,
    retry: { baseMs: 1, maxMs: 5, timeoutMs: 10_000 },
  })
  sessions.push(session)
  return session
}

async function read(stream: StreamId = "devices", settings: Record<string, Json> = {}) {
  const pages: Page[] = []
  for await (const page of open(settings).read(stream, null)) pages.push(page)
  const records = new Map(pages.flatMap((page) => page.records).map((record) => [record.externalId, record]))
  return { pages, records, rejects: pages.flatMap((page) => page.rejects) }
}

const isEdge = ({ fields }: SourceRecord): boolean => "kind" in fields && fields.kind === "edge"
const [firstCore, box] = ["gateway-000001", "edge-box-000003"]

describe("S3-AWS-THINGS things as devices", () => {
  it("takes a thing's type as its model, and its attributes, arn and version", async () => {
    simulator.control({ add: [{ name: "lone:thing_1", type: "pump", attributes: { bay: "7" }, version: 9 }] })
    expect((await read()).records.get("lone:thing_1")).toEqual({
      externalId: "lone:thing_1",
      sourceVersion: 9,
      identity: "no edge device",
      fields: {
        name: "lone:thing_1",
        serialNumber: null,
        model: "pump",
        modelIdentifier: null,
        type: "unknown",
        kind: "standard",
        assignedTo: null,
        osVersion: null,
      },
      attributes: { bay: "7", thingArn: "arn:aws:iot:eu-central-1:123456789012:thing/lone:thing_1" },
      state: null,
    })
  })

  it("a core device is an edge device, with its health, its machine and every component as a module", async () => {
    const { records } = await read()
    const core = records.get(firstCore)
    expect(core).toMatchObject({
      identity: expect.stringMatching(/^core device list, linux, (amd64|aarch64), aws_nucleus_classic$/),
      fields: { kind: "edge", model: "gateway" },
      attributes: {
        edgeDeviceBy: "core device list",
        corePlatform: "linux",
        coreRuntime: "aws_nucleus_classic",
      },
      state: {
        connectionState: expect.stringMatching(/^(dis)?connected$/),
        lastActivityAt: expect.any(String),
      },
    })
    expect(core?.modules?.map(({ name, version, runtimeStatus }) => [name, version, runtimeStatus])).toEqual([
      ["aws.greengrass.Cli", "2.12.6", "RUNNING"],
      ["aws.greengrass.LogManager", "2.3.7", "RUNNING"],
      ["aws.greengrass.Nucleus", "2.12.6", "FINISHED"],
      ["com.example.Collector", expect.stringMatching(/^3\.\d\.1$/), "RUNNING"],
      ["com.example.Filter", "1.4.0", expect.stringMatching(/^(RUNNING|BROKEN)$/)],
    ])
  })

  it("says of each edge device what makes it one: the list of cores, the reserved shadow, the type's tag", async () => {
    const { records } = await read()
    const edge = [...records.values()].filter(isEdge)
    const reasons = edge.map(({ attributes }) => String(attributes.edgeDeviceBy)).sort()
    expect(reasons).toEqual([
      ...Array(3).fill("core device list"),
      ...Array(3).fill("core shadow"),
      ...Array(3).fill("type tag"),
    ])
    expect(records.get(box)).toMatchObject({ attributes: { edgeDeviceBy: "type tag" }, modules: [] })
  })

  it("finds a shadow on any thing of a small fleet, and of a large one on those that a deployment targets", async () => {
    simulator.control({ add: [{ name: "shadowed", type: "pump", shadow: true }] })
    const edgeIn = async (settings: Record<string, Json>) =>
      [...(await read("devices", settings)).records.values()]
        .filter(isEdge)
        .map(({ externalId }) => externalId)
    expect(await edgeIn({})).toContain("shadowed")
    expect(await edgeIn({ edgeShadows: "targets" })).not.toContain("shadowed")
    simulator.control({ devices: 1500, cores: 3 })
    simulator.control({ add: [{ name: "shadowed", type: "pump", shadow: true }] })
    const large = await edgeIn({})
    expect([large.includes("shadowed"), large.length]).toEqual([false, 9])
    expect(await edgeIn({ edgeShadows: "every" })).toContain("shadowed")
  })

  it("S3-VERSION confirms of a thing made anew under its old name that this is its version", async () => {
    simulator.control({ remove: [box], add: [{ name: box, type: "edge-box" }] })
    const asked = [
      { externalId: box, sourceVersion: 1 },
      { externalId: firstCore, sourceVersion: 0 },
      { externalId: "gone", sourceVersion: 1 },
    ]
    expect(await open().confirmAnew?.("devices", asked)).toEqual([box])
    simulator.control({ faults: [{ kind: "denied", actions: ["iot:DescribeThing"] }] })
    expect(await open().confirmAnew?.("devices", asked)).toEqual([])
  })

  it("asks as little as can be: lists, and one call for each core and each target", async () => {
    simulator.control({ devices: 10_000, cores: 50 })
    await read()
    const { requests } = simulator.state()
    expect(requests).toEqual({
      cores: 1,
      types: 1,
      tags: 8, // one for each of seven types, and a second part
      deployments: 1,
      devices: 40,
      shadow: 3,
      components: 50,
    })
  })

  it.each(["endpoint", "AWS_ENDPOINT_URL"])(
    "S3-PAGES reads 120 things part by part from whatever server %s names; that none has a shadow is normal",
    async (by) => {
      simulator.control({ devices: 120, cores: 0, faults: [{ kind: "small_pages", size: 50 }] })
      if (by === "AWS_ENDPOINT_URL") vi.stubEnv(by, simulator.url)
      const { pages, records, rejects } = await read("devices", by === "endpoint" ? {} : { endpoint: null })
      vi.unstubAllEnvs()
      expect([pages.length, records.size, rejects]).toEqual([3, 120, []])
      expect(pages.some(({ incomplete }) => incomplete !== undefined)).toBe(false)
      expect(simulator.state().requests).toMatchObject({ devices: 3, shadow: 120 })
    },
  )

  it("shows who is connected from the fleet index, only when that is wanted and kept", async () => {
    simulator.control({ indexing: true })
    const without = await read()
    expect(simulator.state().requests.search).toBeUndefined()
    expect(without.records.get(box)?.state).toBeNull()
    const { records } = await read("devices", { connectivity: true })
    expect(records.get(box)?.state).toMatchObject({ connectionState: expect.stringMatching(/connected$/) })
    const states = [...records.values()].map(({ state }) => state?.connectionState)
    expect(new Set(states)).toEqual(new Set(["connected", "disconnected"]))
    simulator.control({ faults: [{ kind: "status", status: 500, on: "search" }] })
    const failing = await read("devices", { connectivity: true })
    expect(failing.records.size).toBe(300)
    expect(failing.pages[0]?.incomplete).toMatch(/connection states could not be read from the fleet index/)
    for (const moved of [{ indexing: false }, { faults: [{ kind: "index_not_ready" as const }] }]) {
      simulator.control({ indexing: true, ...moved })
      expect((await read("devices", { connectivity: true })).records.get(box)?.state).toBeNull()
    }
  })

  it("reads on without Greengrass, where it is switched off and where there is none", async () => {
    simulator.control({ faults: [{ kind: "no_greengrass" }] })
    expect([...(await read()).records.values()].filter(isEdge).length).toBeGreaterThan(0)
    simulator.control({ reset: true })
    await read("devices", { greengrass: false })
    expect(Object.keys(simulator.state().requests).sort()).toEqual(["devices", "tags", "types"])
  })

  it("reads times that are written as ISO 8601", async () => {
    simulator.control({ faults: [{ kind: "iso_times" }] })
    const { records } = await read()
    expect(records.get(firstCore)?.state?.lastActivityAt).toMatch(/Z$/)
    expect((await read("device-models")).records.get("pump")?.attributes.createdAt).toBe(
      "2025-04-01T08:00:00.000Z",
    )
  })

  it("takes names that mean something to JavaScript", async () => {
    simulator.control({
      add: [
        { name: "__proto__", type: null },
        { name: "constructor", type: null },
      ],
    })
    const { records } = await read()
    for (const name of ["__proto__", "constructor"])
      expect(records.get(name)).toMatchObject({ fields: { kind: "standard", name, model: null } })
  })
})

describe("S3-REMOVE what fails for one thing makes the read incomplete, and loses nothing", () => {
  it("keeps a core whose components cannot be read, and leaves its modules as they are", async () => {
    simulator.control({ faults: [{ kind: "status", status: 500, on: "components" }] })
    const { records, pages } = await read()
    expect(records.size).toBe(300)
    expect(records.get(firstCore)).toMatchObject({ fields: { kind: "edge" } })
    expect(records.get(firstCore)?.modules).toBeUndefined()
    expect(pages[0]?.incomplete).toMatch(/did not give the components of .*\(500\).* The same goes for/)
  })

  it("leaves a thing as it was that cannot be asked for its shadow", async () => {
    simulator.control({ faults: [{ kind: "failing", name: box, status: 500 }] })
    expect((await read()).rejects).toEqual([]) // its type decides
    const [name = ""] = [...(await read()).records.values()]
      .filter((record) => !isEdge(record))
      .map((r) => r.externalId)
    simulator.control({ faults: [{ kind: "failing", name, status: 500 }] })
    const { records, rejects, pages } = await read()
    expect(records.has(name)).toBe(false)
    expect(rejects).toMatchObject([{ externalId: name, message: expect.stringContaining("left as it was") }])
    expect(pages.some(({ incomplete }) => incomplete?.includes(name))).toBe(true)
  })

  it.each(["cores", "types", "tags", "deployments", "devices", "shadow", "components"])(
    "throws, and does not end, when %s are throttled for good",
    async (on) => {
      simulator.control({ faults: [{ kind: "status", status: 429, on }] })
      await expect(read()).rejects.toMatchObject({ code: "rate_limited" })
    },
  )

  it("S3-PAGES an empty part of the list is no end, and one that repeats is refused", async () => {
    simulator.control({ faults: [{ kind: "empty_page", page: 0 }] })
    expect((await read()).records.size).toBe(50)
    simulator.control({ faults: [{ kind: "stuck_token" }] })
    await expect(read("devices", { edgeShadows: "targets" })).rejects.toMatchObject({
      code: "bad_response",
      message: expect.stringContaining("again instead of the next one"),
    })
  })

  it("S3-PAGES a token that is no longer taken tells the engine to begin again", async () => {
    const [first] = (await read()).pages
    simulator.control({ faults: [{ kind: "expired_tokens" }] })
    const resumed = open()
      .read("devices", first?.cursor ?? null)
      [Symbol.asyncIterator]()
    await expect(resumed.next()).rejects.toMatchObject({ code: "misconfigured" })
  })

  it("asks each absent one, and believes only that it does not exist", async () => {
    simulator.control({ remove: [firstCore, box] })
    const session = open()
    const asked = [firstCore, box, "gateway-000101"]
    expect(await session.confirmAbsent?.("devices", asked)).toEqual({
      gone: [firstCore, box],
      there: ["gateway-000101"],
    })
    simulator.control({ faults: [{ kind: "failing", name: box, status: 500 }] })
    expect((await session.confirmAbsent?.("devices", asked))?.gone).toEqual([firstCore])
    simulator.control({ faults: [{ kind: "denied", actions: ["iot:DescribeThing"] }] })
    expect(await session.confirmAbsent?.("devices", asked)).toEqual({ gone: [], there: [] })
  })
})

describe("S3-AWS-TYPES thing types as device models", () => {
  it("takes description, tags and what is searchable; a deprecated one is marked", async () => {
    const { records } = await read("device-models")
    expect(records.size).toBe(7)
    expect(records.get("pump")).toMatchObject({
      fields: {
        name: "pump",
        kind: "standard",
        description: "Centrifugal pumps of the water works",
        deprecated: false,
      },
      attributes: { searchableAttributes: ["site"], tags: { owner: "plant-it" } },
    })
    expect(records.get("edge-box")?.fields).toMatchObject({ kind: "edge" })
    expect(records.get("camera")?.fields).toMatchObject({ description: null })
    expect(records.get("legacy-meter")).toMatchObject({
      fields: { deprecated: true },
      attributes: { deprecatedAt: "2026-02-01T00:00:00.000Z" },
    })
  })

  it("asks for tags once a session, however many streams want them", async () => {
    const session = open()
    for (const stream of ["device-models", "devices"] as const)
      for await (const _ of session.read(stream, null));
    expect(simulator.state().requests).toMatchObject({ tags: 8, types: 2 })
  })
})

describe("S3-AWS-GREENGRASS deployments as edge device models", () => {
  const lineA = "arn:aws:iot:eu-central-1:123456789012:thinggroup/line-a"

  it("keeps one model for each target, with its components, over all revisions", async () => {
    const before = await read("edge-device-models")
    expect(before.records.size).toBe(5)
    expect(before.records.get(lineA)).toMatchObject({
      fields: { name: "Filter for line-a", kind: "edge", deprecated: false },
      attributes: { revisionId: "1", components: { "com.example.Filter": "1.4.0" } },
    })
    simulator.control({ revise: [lineA] })
    const after = await read("edge-device-models")
    expect([...after.records.keys()]).toEqual([...before.records.keys()])
    expect(after.records.get(lineA)?.attributes).toMatchObject({
      revisionId: "2",
      components: { "com.example.Filter": "1.5.0" },
    })
    expect(after.records.get(lineA)?.attributes.deploymentId).not.toBe(
      before.records.get(lineA)?.attributes.deploymentId,
    )
  })

  it("goes on from a cursor, and keeps what cannot be read as it was", async () => {
    const [, second] = [...(await read("edge-device-models")).records.values()]
    const id = String(second?.attributes.deploymentId)
    simulator.control({ faults: [{ kind: "failing", name: id, status: 500 }] })
    const { records, rejects, pages } = await read("edge-device-models")
    expect(records.size).toBe(4)
    expect(rejects).toMatchObject([{ externalId: second?.externalId }])
    expect(pages[0]?.incomplete).toContain("could not be read")
    simulator.control({ faults: [] })
    const rest = open()
      .read("edge-device-models", second?.externalId ?? null)
      [Symbol.asyncIterator]()
    expect((await rest.next()).value?.records).toHaveLength(4)
  })

  it("removes none while Greengrass is switched off", async () => {
    const { pages } = await read("edge-device-models", { greengrass: false })
    const incomplete = expect.stringContaining("switched off")
    expect(pages).toMatchObject([{ records: [], incomplete, isByChoice: true }])
  })

  it("confirms a target's absence by asking for its deployments", async () => {
    simulator.control({ removeDeployments: [lineA] })
    const other = lineA.replace("line-a", "line-b")
    expect(await open().confirmAbsent?.("edge-device-models", [lineA, other])).toEqual({
      gone: [lineA],
      there: [other],
    })
    expect(await open().confirmAbsent?.("device-models", ["pump", "gone"])).toEqual({
      gone: ["gone"],
      there: ["pump"],
    })
  })
})

describe("S4-WIZARD the check of AWS credentials", () => {
  it("says what is connected", async () => {
    expect(await open().check()).toEqual({
      detail: expect.stringMatching(
        /^Connected to AWS IoT in eu-central-1 at 127\.0\.0\.1:\d+, account 123456789012\. Things, thing types, core devices/,
      ),
      warnings: [],
      choices: {},
    })
  })

  it("names each missing permission, all at once", async () => {
    const denied = ["iot:ListThingTypes", "greengrass:ListDeployments", "iot:GetThingShadow"]
    simulator.control({ faults: [{ kind: "denied", actions: denied }] })
    const error = await open()
      .check()
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: "forbidden" })
    for (const action of denied) expect(String(error)).toContain(action)
  })

  it.each([
    ...neededActions.things,
    ...neededActions.shadows,
    ...neededActions.greengrass,
    ...neededActions.connectivity,
  ])("notices that %s is missing", async (action) => {
    simulator.control({ indexing: true, faults: [{ kind: "denied", actions: [action] }] })
    const found = await open({ connectivity: true })
      .check()
      .then(({ warnings }) => warnings.join(" "), String)
    expect(found).toContain(action)
  })

  it("calls nothing that is not in the policy", async () => {
    const policy = new Set<string>(Object.values(neededActions).flat())
    for (const stream of ["device-models", "edge-device-models", "devices"] as const)
      await read(stream, { connectivity: true })
    await open({ connectivity: true }).check()
    await open().confirmAbsent?.("devices", ["x"])
    expect(simulator.state().requests.other).toBeUndefined()
    expect(policy).not.toContainEqual(
      expect.stringMatching(/:(Create|Update|Delete|Put|Publish|Attach|Deprecate)/),
    )
  })

  it.each([
    [{ accessKeyId: "AKIANOBODY" }, "unauthorized", /does not know the credentials/],
    [{ secretAccessKey: "wrong" }, "unauthorized", /secret access key does not belong/],
    [{ sessionToken: "stale" }, "unauthorized", /does not know the credentials/],
  ])("names what is wrong with %j", async (credentials, code, message) => {
    await expect(open({}, credentials).check()).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    })
  })

  it("warns where the index does not follow connections, and where there is no Greengrass", async () => {
    expect((await open({ connectivity: true }).check()).warnings[0]).toContain("does not follow connections")
    simulator.control({ faults: [{ kind: "no_greengrass" }] })
    expect((await open().check()).warnings[0]).toContain("no Greengrass")
  })

  it("takes on a role, and says when it may not", async () => {
    const { roleArn, externalId } = simulator.role
    const { detail } = await open({}, { roleArn, externalId }).check()
    expect(detail).toContain("Connected")
    expect(simulator.state().requests.role).toBe(1)
    await expect(open({}, { roleArn }).check()).rejects.toMatchObject({
      code: "unauthorized",
      message: expect.stringContaining("sts:AssumeRole"),
    })
  })
})

describe("O-LIMITS bad input", () => {
  it("refuses settings and credentials that cannot be used, in words", () => {
    expect(() => open({ region: "Frankfurt" })).toThrow("such as eu-central-1")
    expect(() => open({ endpoint: "not a url" })).toThrow("The endpoint is not a URL")
    expect(() => open({ endpoint: "https://10.0.0.1" })).toThrow("ROLLCALL_ALLOWED_PRIVATE_HOSTS")
    expect(() => open({}, { accessKeyId: "" })).toThrow("Enter the access key ID.")
    expect(() => open({}, { roleArn: "rollcall" })).toThrow(
      "looks like arn:aws:iam::123456789012:role/rollcall",
    )
  })

  it("never connects to a private address by name, nor follows a redirect there", async () => {
    await expect(open({ endpoint: "http://localhost:1" }, {}, []).check()).rejects.toMatchObject({
      code: "misconfigured",
      message: expect.stringContaining("ROLLCALL_ALLOWED_PRIVATE_HOSTS"),
    })
    simulator.control({ faults: [{ kind: "redirect", to: "http://10.0.0.1/" }] })
    await expect(open().check()).rejects.toMatchObject({ message: expect.stringContaining("redirect") })
  })

  it("O-SECRETS keeps no secret of a thing's attributes, nor of a deployment's tags", async () => {
    const attributes = {
      bay: "7",
      wifiPassword: "hunter2",
      upstream: "HostName=a;SharedAccessKey=aHVudGVyMg==",
    }
    simulator.control({ add: [{ name: "lone", type: "pump", attributes }] })
    expect((await read()).records.get("lone")?.attributes).toEqual({
      bay: "7",
      thingArn: expect.stringMatching(/:thing\/lone$/),
    })
    const targetArn = "arn:aws:iot:eu-central-1:123456789012:thinggroup/hall"
    const deployment = { deploymentId: "d", targetArn, tags: { owner: "plant-it", apiKey: "hunter2" } }
    const { records } = awsIot.mapStored(
      "edge-device-models",
      JSON.stringify({ deployments: [deployment] }),
      {},
    )
    expect(records[0]?.attributes).toMatchObject({ tags: { owner: "plant-it" } })
    expect(JSON.stringify(records)).not.toContain("hunter2")
  })

  it("O-SECRETS shows no secret, whoever repeats it", async () => {
    const { secretAccessKey } = simulator.credentials
    simulator.control({ faults: [{ kind: "denied", actions: ["iot:ListThings"] }] })
    const error = await open()
      .check()
      .catch((thrown: unknown) => thrown)
    expect(JSON.stringify([error, String(error)])).not.toContain(secretAccessKey)
  })

  it("S4-RATE keeps to Amazon's limits at Amazon's addresses alone, wherever the address comes from", () => {
    const region = simulator.region
    expect(awsIot.rate({ region })).toEqual({ perSecond: 50, burst: 50 })
    expect(awsIot.rate({ region, endpoint: `https://iot.${region}.amazonaws.com` })).not.toBeNull()
    expect(awsIot.rate({ region, endpoint: simulator.url })).toBeNull()
    vi.stubEnv("AWS_ENDPOINT_URL", simulator.url)
    expect(awsIot.rate({ region })).toBeNull()
    vi.unstubAllEnvs()
  })

  it("S4-RATE takes its turn before every request", async () => {
    let turns = 0
    const session = awsIot.openSession({
      settings: { region: simulator.region, endpoint: simulator.url },
      credentials: simulator.credentials,
      allowedPrivateHosts: ["127.0.0.1"],
      signal: new AbortController().signal,
      takeTurn: async () => {
        turns += 1
      },
    })
    sessions.push(session)
    for await (const _ of session.read("devices", null));
    const asked = Object.values(simulator.state().requests).reduce((sum, count) => sum + count, 0)
    expect(turns).toBe(asked)
  })

  it("names what a scope covers", async () => {
    expect(await open().scope("devices")).toMatch(
      /^AWS IoT eu-central-1 at http:\/\/127[^ ]+, account 123456789012$/,
    )
  })
})

it("N-REPLAY maps a stored page as the read did", async () => {
  for (const stream of ["device-models", "edge-device-models", "devices"] as const) {
    const { pages } = await read(stream)
    for (const { raw, records, rejects } of pages)
      expect(awsIot.mapStored(stream, raw, {})).toEqual({ records, rejects, skipped: 0 })
  }
})
