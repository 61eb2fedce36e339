import { beforeAll, expect, test } from "vitest"
import { pool, prisma } from "@/lib/db/client"
import { inTransaction } from "@/lib/db/in-transaction"
import type { ScheduleEntry } from "@/lib/domain/integration-schedule"
import type { Providers } from "@/lib/domain/provider"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant, type Tenant } from "@/lib/tooling/test-tenant"
import { createIntegration } from "./create-integration"
import { integrationState } from "./integration-state"
import { recordOutcome } from "./outcome/record-outcome"
import { lockSchedules } from "./schedules/lock-schedules"
import { addSchedules, listSchedules, setSchedules } from "./schedules/manage-schedules"
import { dropOwnSchedule } from "./schedules/store"
import { updateIntegration } from "./update-integration"
import { updateSyncSettings } from "./update-sync-settings"

testDatabase()

const now = new Date("2026-03-05T12:00:00Z")
const several: ScheduleEntry[] = [6, 18].map((hour) => ({
  task: "read",
  streams: [],
  filter: [],
  cron: `0 ${hour} * * *`,
  timeZone: "UTC",
  enabled: true,
}))

let tenant: Tenant
beforeAll(async () => {
  tenant = await makeTenant()
})

const hourly = async () => {
  const input = {
    provider: "addigy" as const,
    name: "Our Addigy",
    settings: {},
    credentials: { apiKey: "key" },
    syncInterval: 3600 as const,
    syncEnabled: true,
  }
  const { id } = await createIntegration(tenant.admin, input, {
    check: false,
    providers: registry,
    catalog,
    now,
  })
  return id
}

/** The connectors, of which Addigy's takes its time for a check. */
const whileChecked = (meanwhile: () => Promise<unknown>): Providers => ({
  ...registry,
  addigy: {
    ...registry.addigy,
    openSession: (options) => ({
      ...registry.addigy.openSession(options),
      check: async () => {
        await meanwhile()
        return { detail: "It answers.", warnings: [], choices: {} }
      },
    }),
  },
})

const rename = (id: string, meanwhile: () => Promise<unknown>) =>
  updateIntegration(
    tenant.admin,
    id,
    { name: "Renamed", settings: {}, syncEnabled: true },
    { check: true, providers: whileChecked(meanwhile), catalog, now },
  )

test("S4-API several schedules that were saved while an update's connection was tried stay", async () => {
  const id = await hourly()
  const updated = await rename(id, () => setSchedules(tenant.admin, id, several, { catalog, now }))
  expect(updated).toMatchObject({
    name: "Renamed",
    hasSchedules: true,
    syncInterval: null,
    nextSyncAt: "2026-03-05T18:00:00.000Z",
  })
  expect(await listSchedules(tenant.admin, id)).toHaveLength(2)
})

test("S4-API a run that failed while an update's connection was tried still counts", async () => {
  const id = await hourly()
  const error = { code: "unreachable" as const, message: "It was down.", providerSaid: null }
  const ended = { integrationId: id, streams: null, error, isSilent: false, service: null, now }
  await rename(id, () => recordOutcome(pool(), ended))
  const { state } = await prisma().integration.findUniqueOrThrow({ where: { id } })
  expect(integrationState.parse(state)).toMatchObject({
    failuresInRow: 1,
    lastError: { code: "unreachable", message: "It was down." },
  })
})

test("S4-API sync settings that waited for several schedules to be saved leave them", async () => {
  const id = await hourly()
  const saving = await inTransaction(async (client) => {
    await lockSchedules(client, id)
    const waiting = updateSyncSettings(tenant.admin, id, { requestsPerSecond: 2 }, { catalog, now })
    await expect.poll(countWaiting, { timeout: 10_000 }).toBe(1)
    await client.query(dropOwnSchedule, [id, null])
    await addSchedules(client, { integrationId: id, schedules: several, now })
    return { waiting }
  })
  expect(await saving.waiting).toMatchObject({
    requestsPerSecond: 2,
    hasSchedules: true,
    syncInterval: null,
  })
  expect(await listSchedules(tenant.admin, id)).toHaveLength(2)
})

const countWaiting = async (): Promise<number | null> =>
  (
    await pool().query(
      `select from pg_locks l join pg_database d on d.oid = l.database
       where l.locktype = 'advisory' and not l.granted and d.datname = current_database()`,
    )
  ).rowCount
