import {
  GetDeploymentCommand,
  GreengrassV2Client,
  ListCoreDevicesCommand,
  ListInstalledComponentsCommand,
  paginateListDeployments,
} from "@aws-sdk/client-greengrassv2"
import {
  CreateThingCommand,
  DescribeThingCommand,
  GetIndexingConfigurationCommand,
  IoTClient,
  ListTagsForResourceCommand,
  ListThingsCommand,
  paginateListThings,
  paginateListThingTypes,
  SearchIndexCommand,
} from "@aws-sdk/client-iot"
import {
  GetThingShadowCommand,
  IoTDataPlaneClient,
  ListNamedShadowsForThingCommand,
} from "@aws-sdk/client-iot-data-plane"
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { type AwsIotSimulator, startAwsIotSimulator } from "./start-aws-iot-simulator"

// The SDK is the judge of the stand-in's forms: nothing here is read but by Amazon's own client

let simulator: AwsIotSimulator
beforeAll(async () => {
  simulator = await startAwsIotSimulator({ devices: 620, cores: 3 })
})
afterAll(() => simulator.stop())
beforeEach(() => simulator.control({ reset: true }))

type Keys = { accessKeyId: string; secretAccessKey: string; sessionToken?: string }
const config = (credentials: Keys = simulator.credentials) => ({
  region: simulator.region,
  endpoint: simulator.url,
  credentials,
  maxAttempts: 1,
})
const iot = () => new IoTClient(config())
const data = () => new IoTDataPlaneClient(config())
const greengrass = () => new GreengrassV2Client(config())

async function allThings(pageSize: number) {
  const things = []
  for await (const page of paginateListThings({ client: iot(), pageSize }, {}))
    things.push(...(page.things ?? []))
  return things
}

describe("the AWS stand-in, read by the AWS SDK", () => {
  it("lists things in pages, each once, without thingId", async () => {
    const things = await allThings(250)
    expect(new Set(things.map(({ thingName }) => thingName)).size).toBe(620)
    expect(things[0]).toMatchObject({
      thingName: "gateway-000001",
      thingTypeName: "gateway",
      thingArn: "arn:aws:iot:eu-central-1:123456789012:thing/gateway-000001",
      version: expect.any(Number),
    })
    expect(things.every((thing) => !("thingId" in thing))).toBe(true)
  })

  it("describes a thing with its id, and says of another that it does not exist", async () => {
    const thing = await iot().send(new DescribeThingCommand({ thingName: "gateway-000001" }))
    expect(thing.thingId).toMatch(/^[0-9a-f-]{36}$/)
    await expect(iot().send(new DescribeThingCommand({ thingName: "no:such_thing" }))).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      $metadata: { httpStatusCode: 404 },
    })
  })

  it("gives a thing that was deleted and made again another id and version 1", async () => {
    const wanted = { thingName: "gateway-000001" }
    const before = await iot().send(new DescribeThingCommand(wanted))
    simulator.control({ remove: ["gateway-000001"], add: [{ name: "gateway-000001" }] })
    const after = await iot().send(new DescribeThingCommand(wanted))
    expect(after.version).toBe(1)
    expect(after.thingId).not.toBe(before.thingId)
  })

  it("lists thing types, deprecated ones with their date, and their tags part by part", async () => {
    const types = []
    for await (const page of paginateListThingTypes({ client: iot(), pageSize: 3 }, {}))
      types.push(...(page.thingTypes ?? []))
    expect(types).toHaveLength(7)
    const old = types.find(({ thingTypeMetadata }) => thingTypeMetadata?.deprecated)
    expect(old).toMatchObject({
      thingTypeName: "legacy-meter",
      thingTypeMetadata: {
        deprecationDate: new Date("2026-02-01T00:00:00Z"),
        creationDate: expect.any(Date),
      },
    })
    const box = types.find(({ thingTypeName }) => thingTypeName === "edge-box")
    const first = await iot().send(new ListTagsForResourceCommand({ resourceArn: box?.thingTypeArn }))
    expect(first).toMatchObject({ tags: [{ Key: "iotEdge", Value: "True" }], nextToken: expect.any(String) })
  })

  it("has Greengrass's shadow on few things, and no classic one on any", async () => {
    const named = (thingName: string) =>
      new GetThingShadowCommand({ thingName, shadowName: "AWSManagedGreengrassV2Deployment" })
    const [, withShadow] = await allThings(250)
    const thingName = withShadow?.thingName ?? ""
    const { payload } = await data().send(named(thingName))
    expect(JSON.parse(Buffer.from(payload ?? []).toString())).toMatchObject({
      version: 4,
      state: { reported: {} },
    })
    const { results } = await data().send(new ListNamedShadowsForThingCommand({ thingName }))
    expect(results).toEqual(["AWSManagedGreengrassV2Deployment"])
    for (const refused of [named("gateway-000001"), new GetThingShadowCommand({ thingName })])
      await expect(data().send(refused)).rejects.toMatchObject({
        name: "ResourceNotFoundException",
        message: expect.stringContaining("No shadow exists with name"),
      })
  })

  it("lists core devices, their components, and deployments that it does not call the latest", async () => {
    const { coreDevices = [] } = await greengrass().send(new ListCoreDevicesCommand({}))
    expect(coreDevices).toHaveLength(3)
    expect(coreDevices[0]).toMatchObject({ platform: "linux", lastStatusUpdateTimestamp: expect.any(Date) })
    const { coreDeviceThingName = "" } = coreDevices[0] ?? {}
    const components = (topologyFilter?: "ALL") =>
      greengrass().send(new ListInstalledComponentsCommand({ coreDeviceThingName, topologyFilter }))
    expect((await components()).installedComponents).toHaveLength(3)
    expect((await components("ALL")).installedComponents).toHaveLength(5)
    const deployments = []
    for await (const page of paginateListDeployments({ client: greengrass(), pageSize: 2 }, {}))
      deployments.push(...(page.deployments ?? []))
    expect(deployments).toHaveLength(5)
    expect(deployments.some(({ isLatestForTarget }) => isLatestForTarget)).toBe(false)
    const { deploymentId } = deployments[0] ?? {}
    const detail = await greengrass().send(new GetDeploymentCommand({ deploymentId }))
    expect(detail.components).toMatchObject({ "com.example.Filter": { componentVersion: "1.4.0" } })
    expect(detail.creationTimestamp).toEqual(new Date("2026-01-12T09:00:00Z"))
  })

  it("searches its index only when indexing is on, without versions", async () => {
    const search = () => iot().send(new SearchIndexCommand({ queryString: "thingName:*", maxResults: 100 }))
    await expect(search()).rejects.toMatchObject({ name: "InvalidRequestException" })
    simulator.control({ indexing: true })
    const config = await iot().send(new GetIndexingConfigurationCommand({}))
    expect(config.thingIndexingConfiguration).toMatchObject({ thingConnectivityIndexingMode: "STATUS" })
    const { things = [], nextToken } = await search()
    expect([things.length, typeof nextToken]).toEqual([100, "string"])
    expect(things[0]).toMatchObject({
      thingId: expect.any(String),
      connectivity: { connected: expect.any(Boolean) },
    })
    simulator.control({ faults: [{ kind: "index_not_ready" }] })
    await expect(search()).rejects.toMatchObject({ name: "IndexNotReadyException" })
  })

  it("lends a role's keys, for those who know its external ID", async () => {
    const { roleArn: RoleArn, externalId: ExternalId } = simulator.role
    const assume = (more: object) =>
      new STSClient(config()).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "test", ...more }))
    await expect(assume({})).rejects.toMatchObject({ name: "AccessDenied" })
    const { Credentials } = await assume({ ExternalId })
    const keys = {
      accessKeyId: Credentials?.AccessKeyId ?? "",
      secretAccessKey: Credentials?.SecretAccessKey ?? "",
      sessionToken: Credentials?.SessionToken ?? "",
    }
    const client = new IoTClient(config(keys))
    expect(
      (await client.send(new DescribeThingCommand({ thingName: "gateway-000001" }))).version,
    ).toBeGreaterThan(0)
  })
})

describe("the AWS stand-in refuses what AWS refuses", () => {
  it.each([
    [
      "a key nobody gave out",
      { accessKeyId: "AKIANOBODY", secretAccessKey: "x" },
      "UnrecognizedClientException",
    ],
    [
      "another secret",
      { accessKeyId: "AKIASIMULATED", secretAccessKey: "wrong" },
      "InvalidSignatureException",
    ],
    [
      "a session token that is none",
      { accessKeyId: "AKIASIMULATED", secretAccessKey: "aws-simulator-secret", sessionToken: "no" },
      "UnrecognizedClientException",
    ],
  ])("%s", async (_, keys, name) => {
    const client = new IoTClient(config(keys))
    await expect(client.send(new DescribeThingCommand({ thingName: "x" }))).rejects.toMatchObject({
      name,
      $metadata: { httpStatusCode: 403 },
    })
  })

  it("a request that nobody signed, and one signed for another region", async () => {
    expect((await fetch(`${simulator.url}/things`)).status).toBe(403)
    const elsewhere = new IoTClient({ ...config(), region: "us-east-1" })
    await expect(elsewhere.send(new DescribeThingCommand({ thingName: "x" }))).rejects.toMatchObject({
      name: "InvalidSignatureException",
    })
  })

  it("a request that is ten minutes old", async () => {
    const late = await startAwsIotSimulator({ now: () => Date.now() + 600_000 })
    const client = new IoTClient({ ...config(), endpoint: late.url })
    await expect(client.send(new DescribeThingCommand({ thingName: "x" }))).rejects.toMatchObject({
      name: "InvalidSignatureException",
      message: expect.stringContaining("Signature expired"),
    })
    await late.stop()
  })

  it.each([
    ["a page of 251 things", { maxResults: 251 }],
    ["a page of none", { maxResults: 0 }],
    ["a token that it did not give", { nextToken: "bm9wZQ" }],
  ])("%s", async (_, more) => {
    await expect(iot().send(new ListThingsCommand(more))).rejects.toMatchObject({
      name: "InvalidRequestException",
    })
  })

  it("a page of 101 core devices, in Greengrass's words", async () => {
    await expect(greengrass().send(new ListCoreDevicesCommand({ maxResults: 101 }))).rejects.toMatchObject({
      name: "ValidationException",
    })
  })

  it("whatever writes", async () => {
    await expect(iot().send(new CreateThingCommand({ thingName: "mine" }))).rejects.toMatchObject({
      name: "UnknownOperationException",
    })
    expect(simulator.state().requests).toEqual({ other: 1 })
  })

  it("what is not allowed, and what comes too fast", async () => {
    simulator.control({ faults: [{ kind: "denied", actions: ["iot:DescribeThing"] }] })
    const describe = () => iot().send(new DescribeThingCommand({ thingName: "gateway-000001" }))
    await expect(describe()).rejects.toMatchObject({
      name: "AccessDeniedException",
      message: expect.stringContaining("iot:DescribeThing"),
    })
    simulator.control({ faults: [{ kind: "quota", perSecond: 2 }] })
    const outcomes = await Promise.allSettled([describe(), describe(), describe(), describe()])
    const refused = outcomes.filter(({ status }) => status === "rejected")
    expect(refused).toHaveLength(2)
    expect(refused[0]).toMatchObject({ reason: { name: "ThrottlingException" } })
  })

  it("no control that it does not know", async () => {
    const post = (body: unknown) =>
      fetch(`${simulator.url}/__control`, { method: "POST", body: JSON.stringify(body) })
    expect((await post({ fault: [] })).status).toBe(400)
    expect((await post({ faults: [{ kind: "flood" }] })).status).toBe(400)
  })
})
