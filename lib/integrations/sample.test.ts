import { afterEach, expect, test } from "vitest"
import { callApi } from "@/lib/tooling/test-api"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant } from "@/lib/tooling/test-tenant"
import { type RestSimulator, startRestSimulator } from "@/simulators/rest-mdm/start-rest-simulator"

testDatabase()

let simulator: RestSimulator
afterEach(() => simulator.stop())

const blackGlove = () => ({
  provider: "blackglove",
  settings: {
    baseUrl: `${simulator.origin}/api`,
    auth: "header",
    listPath: "/page/devices",
    itemsPath: "$.devices",
    paging: "page",
  },
  credentials: { apiKey: simulator.credentials.apiKey },
})
const sampleOf = (token: string, body: unknown) =>
  callApi("/api/integrations/sample", { method: "POST", token, body })

test("N-FIELDMAP a sample shows what is found before anything is mapped, and suggests a mapping", async () => {
  simulator = await startRestSimulator("rest-mdm")
  simulator.control({ faults: [{ kind: "secrets" }] })
  const { tokens } = await makeTenant()
  const { status, json, text } = await sampleOf(tokens.admin, blackGlove())
  expect(status).toBe(200)
  expect(json).toMatchObject({ count: 25, fields: [], devices: [], rejects: [] })
  expect(json.items).toHaveLength(10)
  expect(json.suggested).toMatchObject({
    external_id: "$.id",
    serial_number: "$.serial",
    model: "$.hardware['Model name']",
    assigned_to: "$.owner",
  })
  expect(json.found).toContainEqual(expect.objectContaining({ path: "$.label", filled: 10 }))
  expect(text).not.toContain("SECRET")
})

test("N-FIELDMAP with a mapping it shows which field fills which, how often, and what becomes of the devices", async () => {
  simulator = await startRestSimulator("rest-mdm")
  const { tokens } = await makeTenant()
  const mapping = { external_id: "$.id", serial_number: "$.serial", name: ["$.nothing", "$.label"] }
  const connection = blackGlove()
  const { json } = await sampleOf(tokens.admin, {
    ...connection,
    settings: { ...connection.settings, mapping },
  })
  expect(json.fields).toContainEqual(
    expect.objectContaining({ field: "name", paths: ["$.nothing", "$.label"], filled: 10 }),
  )
  expect(json.devices).toHaveLength(10)
  expect(json.devices[0]).toMatchObject({ externalId: "1", serialNumber: expect.any(String) })
})

test("N-FIELDMAP what becomes of the devices shows as soon as they are mapped, also while the paging is not chosen", async () => {
  simulator = await startRestSimulator("rest-mdm")
  const { tokens } = await makeTenant()
  const { settings, ...connection } = blackGlove()
  const mapping = { external_id: "$.id", serial_number: "$.serial" }
  const { json } = await sampleOf(tokens.admin, {
    ...connection,
    settings: { ...settings, paging: "", mapping },
  })
  expect(json.devices).toHaveLength(10)
  expect(json.fields).toContainEqual(expect.objectContaining({ field: "serial_number", filled: 10 }))
})

test("N-FIELDMAP a stored integration shows the mapping of its connector", async () => {
  simulator = await startRestSimulator("simplemdm")
  const { tokens } = await makeTenant()
  const { settings, credentials } = simulator
  const body = { provider: "simplemdm", name: "SimpleMDM", settings, credentials }
  const { json: integration } = await callApi("/api/integrations", {
    method: "POST",
    token: tokens.admin,
    body,
  })
  const { json } = await callApi(`/api/integrations/${integration.id}/sample`, {
    method: "POST",
    token: tokens.admin,
    body: {},
  })
  expect(json.fields).toContainEqual(
    expect.objectContaining({ field: "serial_number", paths: ["$.attributes.serial_number"], filled: 10 }),
  )
})

test("N-FIELDMAP members get no sample, and a connection without a list path is told what is missing", async () => {
  simulator = await startRestSimulator("rest-mdm")
  const { tokens } = await makeTenant()
  expect((await sampleOf(tokens.member, blackGlove())).status).toBe(403)
  const { status, json } = await sampleOf(tokens.admin, {
    provider: "blackglove",
    settings: {},
    credentials: {},
  })
  expect([status, json.detail]).toEqual([
    422,
    expect.stringContaining("Missing: base URL, authentication, list path."),
  ])
})
