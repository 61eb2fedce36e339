import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { parse } from "yaml"
import { prisma } from "@/lib/db/client"
import { integrationInput } from "@/lib/domain/integration"
import { createIntegration } from "@/lib/integrations/create-integration"
import { readWork } from "@/lib/metrics/read-work"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"
import { queueSync } from "@/lib/sync-logs/queue-sync"
import { freePort } from "@/lib/tooling/ports"
import { callApi } from "@/lib/tooling/test-api"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant } from "@/lib/tooling/test-tenant"
import { startWorker } from "@/lib/tooling/test-worker"
import { startRestSimulator } from "@/simulators/rest-mdm/start-rest-simulator"

const url = testDatabase()

type Sample = { name: string; labels: Record<string, string>; value: number }

/** Every sample of a text in Prometheus' format; throws at a line that is none, and at a metric without a type. */
function samplesOf(text: string): Sample[] {
  const typed = new Set(
    [...text.matchAll(/^# TYPE (\S+) (counter|gauge|histogram|summary)$/gm)].map(([, name]) => name),
  )
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("# "))
    .map((line) => {
      const [, name = "", labels = "", value = ""] =
        /^([a-zA-Z_]\w*)(?:\{(.*)\})? (-?[\d.e+-]+|Na[nN]|[+-]Inf)$/.exec(line) ?? []
      if (!typed.has(name) && !typed.has(name.replace(/_(bucket|sum|count)$/, "")))
        throw new Error(`Not a sample of a metric: ${line}`)
      const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key = "", text = ""]) => [
        key,
        text,
      ])
      return { name, labels: Object.fromEntries(pairs), value: Number(value) }
    })
}

/** The sum of the samples of this name that carry these labels. */
const sum = (samples: Sample[], name: string, labels: Record<string, string> = {}) =>
  samples
    .filter((sample) => sample.name === name)
    .filter((sample) => Object.entries(labels).every(([key, value]) => sample.labels[key] === value))
    .reduce((total, { value }) => total + value, 0)

async function connect(credentials?: Record<string, string>) {
  const simulator = await startRestSimulator("simplemdm", { devices: 120 })
  const tenant = await makeTenant()
  const input = {
    provider: "simplemdm",
    name: "Head office",
    settings: simulator.settings,
    credentials: credentials ?? simulator.credentials,
    syncEnabled: false,
  }
  const { id } = await createIntegration(tenant.admin, integrationInput.parse(input), {
    check: false,
    providers: registry,
    catalog,
    now: new Date(),
  })
  await queueSync(tenant.admin, { integrationId: id, mode: "sync", trigger: "manual" })
  return { simulator, tenant, id }
}

const told = async (address: string, headers: Record<string, string> = {}) => {
  const reply = await fetch(address, { headers })
  return { status: reply.status, type: reply.headers.get("content-type"), text: await reply.text() }
}

test("O-METRICS S4-HEALTH a worker tells of runs, records, durations, calls and their errors, and of the queue", async () => {
  const good = await connect()
  const refused = await connect({ apiKey: "wrong" })
  const worker = await startWorker(url())
  await expect
    .poll(() => prisma().syncLog.count({ where: { completedAt: { not: null } } }), { timeout: 60_000 })
    .toBe(2)
  const simplemdm = { provider: "simplemdm" }
  // A run is counted right after it has ended in the database, and a look at the schedule comes again right after the one before
  await expect
    .poll(
      async () => {
        const { text } = await told(`${worker.url}/metrics`)
        const samples = samplesOf(text)
        return [
          sum(samples, "rollcall_runs_total", simplemdm),
          sum(samples, "rollcall_queue_jobs", { task: "dispatch" }),
        ]
      },
      { timeout: 60_000 },
    )
    .toEqual([2, 1])
  const { type, text } = await told(`${worker.url}/metrics`)
  expect(type).toContain("text/plain; version=0.0.4")
  const samples = samplesOf(text)
  const of = (name: string, labels = {}) => sum(samples, name, { ...simplemdm, ...labels })
  expect(of("rollcall_runs_total", { mode: "sync", status: "SUCCESS" })).toBe(1)
  expect(of("rollcall_runs_total", { mode: "sync", status: "FAILED" })).toBe(1)
  expect(of("rollcall_records_total", { outcome: "created" })).toBe(120)
  expect(of("rollcall_run_duration_seconds_count")).toBe(2)
  expect(of("rollcall_run_duration_seconds_sum")).toBeGreaterThan(0)
  expect(of("rollcall_provider_calls_total", { outcome: "ok" })).toBeGreaterThanOrEqual(2)
  expect(of("rollcall_provider_calls_total", { outcome: "unauthorized" })).toBeGreaterThanOrEqual(1)
  expect(of("rollcall_provider_call_duration_seconds_count")).toBe(of("rollcall_provider_calls_total"))
  expect(of("rollcall_integrations")).toBe(2)
  expect(of("rollcall_integrations_failing")).toBe(1)
  expect(sum(samples, "rollcall_database_up")).toBe(1)
  expect(samples.some(({ name }) => name === "process_resident_memory_bytes")).toBe(true)
  expect(text).not.toContain("Head office")
  await good.simulator.stop()
  await refused.simulator.stop()
})

test("O-METRICS jobs and syncs that nobody takes up are told with how long they have waited", async () => {
  const { simulator, tenant, id } = await connect()
  await prisma().integration.update({
    where: { id },
    data: { syncEnabled: true, cron: null, syncInterval: 3600, nextSyncAt: new Date(Date.now() - 600_000) },
  })
  await prisma()
    .$executeRaw`update graphile_worker._private_jobs set run_at = now() - interval '90 seconds' where key like 'sync:%'`
  const { status, text } = await callApi("/api/metrics", { token: tenant.tokens.admin })
  expect(status).toBe(200)
  const samples = samplesOf(text)
  expect(sum(samples, "rollcall_queue_jobs", { task: "sync", state: "ready" })).toBe(1)
  expect(sum(samples, "rollcall_queue_lag_seconds", { task: "sync" })).toBeGreaterThanOrEqual(90)
  expect(sum(samples, "rollcall_runs_live", { status: "PENDING" })).toBe(1)
  expect(sum(samples, "rollcall_schedule_lag_seconds")).toBeGreaterThanOrEqual(600)
  // An MDM that is not its account's source is not due, however long its time has passed
  await prisma().account.update({ where: { id: tenant.accountId }, data: { deviceSource: "database" } })
  const later = samplesOf((await callApi("/api/metrics", { token: tenant.tokens.admin })).text)
  expect(sum(later, "rollcall_schedule_lag_seconds")).toBe(0)
  await simulator.stop()
})

test("O-METRICS the installation's metrics are for its token, or for admins where none is set", async () => {
  const { tokens } = await makeTenant()
  expect((await callApi("/api/metrics")).status).toBe(401)
  expect((await callApi("/api/metrics", { token: tokens.member })).status).toBe(403)
  const METRICS_TOKEN = "a token for Prometheus alone"
  const worker = await startWorker(url(), { METRICS_TOKEN: METRICS_TOKEN.replaceAll(" ", "-") })
  const refused = await told(`${worker.url}/metrics`, { authorization: "Bearer something-else" })
  expect(refused.status).toBe(401)
  expect(refused.text).not.toContain("rollcall_")
  const authorization = `Bearer ${METRICS_TOKEN.replaceAll(" ", "-")}`
  expect((await told(`${worker.url}/metrics`, { authorization })).status).toBe(200)
})

test("O-METRICS while the database is away a worker still tells of itself", async () => {
  const away = new URL(url())
  away.port = String(await freePort())
  const worker = await startWorker(away.href)
  const samples = samplesOf((await told(`${worker.url}/metrics`)).text)
  expect(sum(samples, "rollcall_database_up")).toBe(0)
  expect(samples.some(({ name }) => name === "process_cpu_seconds_total")).toBe(true)
})

test("O-METRICS the alert rules, the dashboard and the docs name metrics that there are", async () => {
  const { tokens } = await makeTenant()
  const { text } = await callApi("/api/metrics", { token: tokens.admin })
  const known = new Set([...text.matchAll(/^# TYPE (\S+) /gm)].map(([, name = ""]) => name))
  const files = ["alerts.yml", "grafana-dashboard.json", "../operating.md"]
  const named = files.flatMap((file) => [
    ...readFileSync(`docs/monitoring/${file}`, "utf8").matchAll(/\brollcall_[a-z_]+[a-z]\b/g),
  ])
  const names = new Set(named.map(([name]) => name.replace(/_bucket$/, "")))
  expect([...names].filter((name) => !known.has(name))).toEqual([])
  const own = [...known].filter((name) => name.startsWith("rollcall_"))
  expect(own.filter((name) => !names.has(name))).toEqual([])
  const { groups } = parse(readFileSync("docs/monitoring/alerts.yml", "utf8"))
  expect(groups[0].rules.length).toBeGreaterThan(5)
  for (const rule of groups[0].rules)
    expect(Object.keys(rule)).toEqual(expect.arrayContaining(["alert", "expr"]))
  const { panels } = JSON.parse(readFileSync("docs/monitoring/grafana-dashboard.json", "utf8"))
  expect(new Set(panels.map(({ id }: { id: number }) => id)).size).toBe(panels.length)
})

test("O-METRICS O-NOTIFY what waits for a webhook that is disabled is not told as waiting, for nobody is to send it", async () => {
  const { accountId } = await makeTenant()
  const endpoint = await prisma().webhookEndpoint.create({
    data: {
      accountId,
      name: "Pager",
      url: "https://hooks.example.com",
      kinds: [],
      enabled: false,
      secretCiphertext: new Uint8Array(1),
      secretKeyId: "k",
    },
  })
  const createdAt = new Date(Date.now() - 7_200_000)
  const nextAttemptAt = new Date(Date.now() + 7_200_000)
  await prisma().webhookDelivery.create({
    data: { accountId, endpointId: endpoint.id, kind: "sync_failed", payload: {}, createdAt, nextAttemptAt },
  })
  expect((await readWork(catalog)).rest).toMatchObject({ webhooks: 0, oldestWebhookSeconds: 0 })
  await prisma().webhookEndpoint.update({ where: { id: endpoint.id }, data: { enabled: true } })
  const { rest } = await readWork(catalog)
  expect(rest).toMatchObject({ webhooks: 1 })
  expect(rest?.oldestWebhookSeconds).toBeGreaterThan(7000)
  await prisma().account.delete({ where: { id: accountId } })
})
