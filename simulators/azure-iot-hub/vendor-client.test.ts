import { Agent } from "node:https"
import { connect } from "node:net"
import { Registry, type Twin } from "azure-iothub"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import {
  type AzureIotHubSimulator,
  connectionStringOf,
  startAzureIotHubSimulator,
} from "./start-azure-iot-hub-simulator"

/**
 * Microsoft's own client for Node at our stand-in. It knows only https and takes its host from the connection string, so
 * connections that it opens lead to the stand-in, without TLS. What it signs, sends and reads is its own.
 */
let hub: AzureIotHubSimulator
beforeAll(async () => {
  hub = await startAzureIotHubSimulator({ devices: 250 })
  vi.spyOn(Agent.prototype, "createConnection").mockImplementation(() => connect(hub.port, "127.0.0.1"))
})
afterAll(async () => {
  vi.restoreAllMocks()
  await hub.stop()
})

const registryAs = (policy: string) => Registry.fromConnectionString(connectionStringOf(policy))

async function readAll(text: string, size?: number): Promise<{ twins: Twin[]; pages: number }> {
  const query = registryAs("iothubowner").createQuery(text, size)
  const twins: Twin[] = []
  let pages = 0
  while (query.hasMoreResults) {
    const { result } = await query.nextAsTwin()
    twins.push(...result)
    pages += 1
  }
  return { twins, pages }
}

test("S3-PAGES the vendor's client reads every twin of a query, page by page", async () => {
  const { twins, pages } = await readAll("SELECT * FROM devices", 100)
  expect([new Set(twins.map(({ deviceId }) => deviceId)).size, pages]).toEqual([250, 3])
  expect(twins[0]).toMatchObject({
    tags: { deviceName: expect.any(String) },
    properties: { desired: { interval: expect.any(Number) } },
  })
})

test("S3-AZURE-EDGE the vendor's client reads module twins in bulk and one by one", async () => {
  const { twins } = await readAll(
    "SELECT * FROM devices.modules WHERE moduleId IN ['$edgeAgent', '$edgeHub']",
  )
  expect(twins.length).toBeGreaterThan(20)
  const [first] = twins
  const { responseBody } = await registryAs("service").getModuleTwin(first?.deviceId ?? "", "$edgeAgent")
  expect(responseBody).toMatchObject({
    moduleId: "$edgeAgent",
    properties: { reported: { modules: expect.any(Object) } },
  })
  const { responseBody: modules } = await registryAs("registryRead").getModulesOnDevice(first?.deviceId ?? "")
  expect(modules.map(({ moduleId }) => moduleId)).toContain("filter")
})

test("the vendor's client reads one twin, statistics and identities", async () => {
  const { responseBody: devices } = await registryAs("registryRead").list()
  expect(devices).toHaveLength(250)
  const { responseBody: twin } = await registryAs("service").getTwin(devices[0]?.deviceId ?? "")
  expect(twin).toMatchObject({ deviceId: devices[0]?.deviceId, version: expect.any(Number) })
  const { responseBody } = await registryAs("registryRead").getRegistryStatistics()
  expect(responseBody).toMatchObject({ totalDeviceCount: 250 })
})

test("the vendor's client is refused what its policy may not, what is not there, and a wrong query, by the hub's codes", async () => {
  const failure = (attempt: Promise<unknown>) =>
    attempt.then(
      () => null,
      (error: Error) => error.name,
    )
  expect(await failure(registryAs("device").createQuery("SELECT * FROM devices").next())).toBe(
    "UnauthorizedError",
  )
  expect(await failure(registryAs("service").getRegistryStatistics())).toBe("UnauthorizedError")
  expect(await failure(registryAs("service").getTwin("nobody"))).toBe("DeviceNotFoundError")
  expect(await failure(registryAs("service").createQuery("SELEKT * FROM devices").next())).toBe(
    "ArgumentError",
  )
  hub.control({ throttle: { perMinute: 1, burst: 1 } })
  await registryAs("service").createQuery("SELECT * FROM devices").next()
  expect(await failure(registryAs("service").createQuery("SELECT * FROM devices").next())).toBe(
    "ThrottlingError",
  )
})
