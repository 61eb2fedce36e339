import { promisify } from "node:util"
import { zstdDecompress } from "node:zlib"
import { afterEach, expect, test } from "vitest"
import { pool, prisma } from "@/lib/db/client"
import { integrationInput, integrationUpdate } from "@/lib/domain/integration"
import { startTestServer } from "@/lib/http/test-server.test-support"
import { checkIntegration } from "@/lib/integrations/check-integration"
import { createIntegration } from "@/lib/integrations/create-integration"
import { sampleIntegration } from "@/lib/integrations/sample-integration"
import { updateIntegration } from "@/lib/integrations/update-integration"
import { log } from "@/lib/log"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant } from "@/lib/tooling/test-tenant"
import {
  type DialectName,
  type RestSimulator,
  startRestSimulator,
} from "@/simulators/rest-mdm/start-rest-simulator"
import acme from "./acme-mdm.test-support.json"
import { sync } from "./sync"

testDatabase()

const simulators: RestSimulator[] = []
afterEach(async () => {
  for (const simulator of simulators.splice(0)) await simulator.stop()
})

async function startSimulator(name: DialectName, devices = 25) {
  const simulator = await startRestSimulator(name, { devices })
  simulators.push(simulator)
  return simulator
}

/** Connects a system in an account of its own, without a check, and gives what runs it once and tells how that ended. */
async function connect(given: object) {
  const { admin, accountId } = await makeTenant()
  const { id: integrationId } = await createIntegration(
    admin,
    integrationInput.parse({ name: "x", ...given }),
    {
      check: false,
      providers: registry,
      catalog,
      now: new Date(),
    },
  )
  const run = async () => {
    const { id } = await prisma().syncLog.create({ data: { accountId, integrationId, trigger: "manual" } })
    await sync({ pool: pool(), syncLogId: id, workerId: "test", signal: new AbortController().signal, log })
    return prisma().syncLog.findUniqueOrThrow({ where: { id } })
  }
  return { admin, accountId, integrationId, run }
}

test("S0-BLACKGLOVE a sync of what is not configured fails and says what is missing, and another schedule skips nobody", async () => {
  const { run, accountId } = await connect({ provider: "blackglove" })
  expect(await run()).toMatchObject({
    status: "FAILED",
    errorCode: "misconfigured",
    errorMessage: expect.stringMatching(
      /^Black Glove is not configured\. Missing: base URL, authentication, /,
    ),
  })
  const account = await prisma().account.findUniqueOrThrow({ where: { id: accountId } })
  expect(account.deviceSource).toBe("blackglove")
})

test.each(["simplemdm", "fleet", "jamf-pro", "kandji", "intune", "mosyle", "micromdm"] as const)(
  "S0-FETCH %s syncs all its devices, and a second run changes nothing",
  async (provider) => {
    const { settings, credentials } = await startSimulator(provider, 320)
    const { run } = await connect({ provider, settings, credentials })
    expect(await run()).toMatchObject({ status: "SUCCESS", counts: { created: 320 } })
    expect(await run()).toMatchObject({ status: "SUCCESS", counts: { created: 0, updated: 0, removed: 0 } })
  },
)

test("S0-BLACKGLOVE O-SECRETS stored credentials never go to a host that settings make up together", async () => {
  const { admin, integrationId } = await connect({
    provider: "rest-mdm",
    settings: { config: { ...acme, base_url: "https:{{settings.site}}" }, site: "//mdm.example.com/api" },
    credentials: { clientId: "me", clientSecret: "kept" },
  })
  const update = (settings: object, credentials?: object) =>
    updateIntegration(admin, integrationId, integrationUpdate.parse({ name: "x", settings, credentials }), {
      check: false,
      providers: registry,
      catalog,
      now: new Date(),
    })
  const given = { config: { ...acme, base_url: "https:{{settings.site}}" } }
  await expect(update({ ...given, site: "//mdm.example.com/v2" })).resolves.toMatchObject({ name: "x" })
  const elsewhere = { ...given, site: "//evil.example/api" }
  await expect(update(elsewhere)).rejects.toThrow("Enter the credentials again.")
  const asked = { integrationId, settings: elsewhere }
  await expect(checkIntegration(admin, asked, { providers: registry, catalog })).rejects.toThrow(
    "Enter the credentials again.",
  )
  const anew = { clientId: "me", clientSecret: "anew" }
  await expect(update(elsewhere, anew)).resolves.toMatchObject({ name: "x" })
  const list = { ...acme.list, path: "//other.example/devices" }
  await expect(update({ ...elsewhere, config: { ...given.config, list } })).rejects.toThrow(
    "A path starts with one /",
  )
})

test("S0-CRON an MDM is read daily at 04:00 UTC unless somebody says otherwise", () => {
  for (const { family, defaultSchedule } of Object.values(catalog))
    if (family === "mdm")
      expect(defaultSchedule).toEqual({ syncInterval: null, cron: "0 4 * * *", timeZone: "UTC" })
})

test("an MDM that nobody listed is added by one data file", async () => {
  const { origin, credentials } = await startSimulator("rest-mdm", 60)
  const config = { ...acme, base_url: `${origin}/api` }
  const { run, accountId } = await connect({ provider: "rest-mdm", settings: { config }, credentials })
  expect(await run()).toMatchObject({ status: "SUCCESS", counts: { created: 60 } })
  const device = await prisma().device.findFirstOrThrow({
    where: { accountId },
    orderBy: { serialNumber: "asc" },
  })
  expect(device).toMatchObject({
    name: expect.any(String),
    model: expect.any(String),
    osVersion: expect.any(String),
  })
})

/** What an admin would write down for each of these, having read its documentation. */
const configs: Record<Exclude<DialectName, "rest-mdm">, object> = {
  simplemdm: {
    base_path: "/api/v1",
    auth: { type: "basic", username: "{{credentials.apiKey}}", password: "" },
    list: {
      path: "/devices",
      items: "$.data",
      pagination: { style: "last_id", param: "starting_after", has_more: "$.has_more" },
    },
    fields: { external_id: "$.id", serial_number: "$.attributes.serial_number" },
  },
  kandji: {
    base_path: "/api/v1",
    auth: { type: "bearer" },
    list: { path: "/devices", items: "$", pagination: { style: "offset", size_param: "limit", size: 10 } },
    fields: { external_id: "$.device_id", serial_number: "$.serial_number" },
  },
  fleet: {
    base_path: "/api/v1/fleet",
    auth: { type: "bearer" },
    list: {
      path: "/hosts",
      items: "$.hosts",
      pagination: { style: "page", start: 0, size_param: "per_page", size: 10 },
    },
    fields: { external_id: "$.id", serial_number: "$.hardware_serial" },
  },
  "jamf-pro": {
    base_path: "/api",
    auth: { type: "oauth2_client_credentials", token_url: "/v1/oauth/token" },
    list: {
      path: "/v3/computers-inventory",
      query: { section: ["GENERAL", "HARDWARE"] },
      items: "$.results",
      pagination: { style: "page", start: 0, size_param: "page-size", size: 10, total: "$.totalCount" },
    },
    fields: { external_id: "$.id", serial_number: "$.hardware.serialNumber" },
  },
  intune: {
    base_path: "/v1.0",
    auth: {
      type: "oauth2_client_credentials",
      token_url: "{{origin}}/99999999-0000-4000-8000-000000000001/oauth2/v2.0/token",
      scope: "https://graph.microsoft.com/.default",
    },
    list: {
      path: "/deviceManagement/managedDevices",
      items: "$.value",
      pagination: { style: "next_url", next: "$['@odata.nextLink']", size_param: "$top", size: 10 },
    },
    fields: { external_id: "$.id", serial_number: "$.serialNumber" },
  },
  mosyle: {
    base_path: "/v1",
    auth: [
      { type: "header", headers: { accesstoken: "{{credentials.accessToken}}" } },
      { type: "basic", username: "{{credentials.email}}" },
    ],
    list: ["mac", "ios", "tvos"].map((os) => ({
      method: "POST",
      path: "/devices",
      body: { operation: "list", options: { os } },
      items: "$.response[*].devices[*]",
      success_when: "$.status == 'OK'",
      pagination: {
        style: "page",
        in: "body",
        param: "options.page",
        end_when: "$.response[0].status == 'DEVICES_NOTFOUND'",
      },
    })),
    fields: { external_id: "$.deviceudid", serial_number: "$.serial_number" },
  },
  micromdm: {
    auth: { type: "basic", username: "micromdm", password: "{{credentials.apiKey}}" },
    list: {
      method: "POST",
      path: "/v1/devices",
      items: "$.devices",
      pagination: { style: "page", in: "body", start: 0, size_param: "per_page", size: 10 },
    },
    fields: { external_id: "$.udid", serial_number: "$.serial_number" },
  },
}

test.each(typedKeys(configs))(
  "S0-BLACKGLOVE pointed at %s by configuration it syncs what is there",
  async (name) => {
    const { origin, credentials } = await startSimulator(name, 40)
    const config = {
      base_url: origin,
      ...JSON.parse(JSON.stringify(configs[name]).replaceAll("{{origin}}", origin)),
    }
    const { run } = await connect({ provider: "blackglove", settings: { config }, credentials })
    expect(await run()).toMatchObject({ status: "SUCCESS", errorMessage: null, counts: { created: 40 } })
    expect(await run()).toMatchObject({ status: "SUCCESS", counts: { created: 0, unchanged: 40 } })
  },
)

function typedKeys<T extends object>(object: T): (keyof T)[] {
  return Object.keys(object).filter((key): key is keyof T & string => key in object)
}

test("S0-AUDIT O-SECRETS recovery keys are in no table after a sync", async () => {
  const simulator = await startSimulator("simplemdm", 30)
  simulator.control({ faults: [{ kind: "secrets" }] })
  const { settings, credentials } = simulator
  const { run } = await connect({ provider: "simplemdm", settings, credentials })
  const { id } = await run()
  const pages = await prisma().syncPage.findMany({ where: { syncLogId: id } })
  expect(pages.length).toBeGreaterThan(0)
  for (const { rawResponse, redactedPaths } of pages) {
    expect(String(await promisify(zstdDecompress)(rawResponse))).not.toContain("SECRET")
    expect(JSON.stringify(redactedPaths)).toContain("filevault_recovery_key")
  }
  expect(await tablesWith("SECRET-")).toEqual([])
})

async function tablesWith(text: string): Promise<string[]> {
  const tables = await pool().query<{ name: string }>(
    "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  )
  const found: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await pool().query(`select 1 from ${name} t where t::text like $1 limit 1`, [
      `%${text}%`,
    ])
    if (rows.length > 0) found.push(name)
  }
  return found
}

test("S0-BLACKGLOVE O-SECRETS what the configuration says to redact is in no table after a sync, nor in a sample, also of a reject", async () => {
  const note = (id: number) => ({ note: `HUSH-${id}`, tags: [{ id: "owner", value: `HUSH-tag-${id}` }] })
  const server = await startTestServer((_count, response) =>
    response.writeHead(200, { "Content-Type": "application/json" }).end(
      JSON.stringify({
        devices: [{ id: 1, serial: "SERIAL00001", ...note(1) }, { id: 2, ...note(2) }, `HUSH-3`],
      }),
    ),
  )
  const config = {
    base_url: server.url,
    auth: { type: "none" },
    list: { path: "/devices", items: "$.devices", pagination: { style: "none" } },
    fields: { external_id: "$.id", serial_number: "$.serial" },
    redact: ["$.devices[*].note", "$.devices[*].tags[id='owner'].value", "$.devices[2]"],
  }
  const { run, admin, integrationId } = await connect({ provider: "rest-mdm", settings: { config } })
  const { id, counts } = await run()
  expect(counts).toMatchObject({ created: 1, rejected: 2 })
  const pages = await prisma().syncPage.findMany({ where: { syncLogId: id } })
  const raws = await Promise.all(pages.map(({ rawResponse }) => promisify(zstdDecompress)(rawResponse)))
  expect(raws.join()).toContain("SERIAL00001")
  expect(raws.join()).not.toContain("HUSH")
  expect(await tablesWith("HUSH")).toEqual([])
  const sample = await sampleIntegration(admin, { integrationId }, registry)
  expect(sample.count).toBe(3)
  expect(JSON.stringify(sample)).not.toContain("HUSH")
  await server.stop()
})
