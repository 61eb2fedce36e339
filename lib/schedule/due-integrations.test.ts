import { beforeEach, expect, test } from "vitest"
import { pool, prisma } from "@/lib/db/client"
import type { Catalog } from "@/lib/domain/provider"
import type { ProviderFamily, ProviderId } from "@/lib/domain/provider-id"
import { catalog } from "@/lib/providers/catalog"
import { testDatabase } from "@/lib/tooling/test-database"
import { dueIntegrations } from "./due-integrations"

testDatabase()

const catalogOf = (family: ProviderFamily): Catalog => ({
  ...catalog,
  addigy: { ...catalog.addigy, family },
})
const now = new Date("2026-01-01T12:00:00Z")
const due = async ({ limit = 100, family = "mdm" as ProviderFamily, off = [] as ProviderId[] } = {}) =>
  (await dueIntegrations(pool(), { now, limit, catalog: catalogOf(family), off })).map(({ id }) => id)

const makeAccount = async (deviceSource: string) =>
  (await prisma().account.create({ data: { name: "x", deviceSource } })).id
const make = async (accountId: string, data: object = {}) => {
  const nextSyncAt = new Date("2026-01-01T11:59:00Z")
  const base = { accountId, provider: "addigy", name: "x", cron: "0 4 * * *", nextSyncAt }
  return (await prisma().integration.create({ data: { ...base, ...data } })).id
}

beforeEach(() => prisma().account.deleteMany())

test("S0-DETECT an MDM is due while it is its account's device source, and skipped for accounts kept by hand", async () => {
  const byMdm = await make(await makeAccount("addigy"))
  await make(await makeAccount("database"))
  await make(await makeAccount("jamf-pro"))
  expect(await due()).toEqual([byMdm])
})

test("S0-DETECT other families are due whatever the device source is", async () => {
  const id = await make(await makeAccount("database"))
  expect(await due({ family: "iot" })).toEqual([id])
})

test("S4-SERVICE what is off, removed, manual or not yet planned for now is not due", async () => {
  const accountId = await makeAccount("addigy")
  await make(accountId, { syncEnabled: false })
  await make(accountId, { deletedAt: new Date() })
  await make(accountId, { nextSyncAt: null })
  await make(accountId, { nextSyncAt: new Date("2026-01-01T12:00:01Z") })
  const exactly = await make(accountId, { nextSyncAt: now })
  expect(await due()).toEqual([exactly])
})

test("S4-WORKER no account waits behind another's many", async () => {
  const many = await makeAccount("addigy")
  for (let n = 0; n < 20; n++) await make(many, { nextSyncAt: new Date(2020, 0, 1 + n) })
  const few = await make(await makeAccount("addigy"))
  expect(await due({ limit: 2 })).toContain(few)
})

test("S4-INTERVALS integrations of a provider that is switched off take nobody's turn", async () => {
  const accountId = await makeAccount("addigy")
  const early = { provider: "master-data", nextSyncAt: new Date("2026-01-01T00:00:00Z") }
  await make(accountId, early)
  await make(accountId, early)
  const id = await make(accountId)
  expect(await due({ limit: 1, off: ["master-data"] })).toEqual([id])
})
