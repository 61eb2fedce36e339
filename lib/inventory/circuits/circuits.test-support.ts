import { pool, prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { CircuitFields, UnitTotals } from "@/lib/domain/circuit"
import { circuitQuery } from "@/lib/domain/circuit-query"
import type { SourceRecord } from "@/lib/domain/session"
import { type Bench, type Script, sync } from "@/lib/sync/engine.test-support"
import { makeTenant, type Tenant } from "@/lib/tooling/test-tenant"
import { listCircuits } from "./list-circuits"

const view = { guid: "{AAAAAAAA-0000-4000-8000-000000000001}", filterName: "F" }

/** An account with a WorkStudio integration. */
export async function circuitBench(): Promise<Bench & { tenant: Tenant; admin: Actor }> {
  const tenant = await makeTenant()
  const { id } = await prisma().integration.create({
    data: {
      accountId: tenant.accountId,
      provider: "workstudio",
      name: "WorkStudio",
      timeZone: "America/New_York",
      settings: { views: { circuits: view, plannedUnits: view } },
    },
  })
  return { accountId: tenant.accountId, integrationId: id, tenant, admin: tenant.admin }
}

export const guid = (n: number): string => `{00000000-0000-4000-8000-${String(n).padStart(12, "0")}}`

/** A circuit as the connector gives it. */
export const circuit = (n: number, over: Partial<CircuitFields> = {}): SourceRecord => ({
  externalId: guid(n),
  sourceVersion: null,
  fields: {
    jobGuid: guid(n),
    workOrder: `2026-${1000 + n}`,
    extension: "@",
    title: `LINE ${n}`,
    region: "North",
    apiStatus: "ACTIV",
    jobType: "Assessment Dx",
    cycleType: "Trim",
    contractor: "TreeCo",
    totalMiles: 10,
    milesPlanned: 4,
    percentComplete: 40,
    totalAcres: 2,
    startDate: null,
    apiModifiedAt: "2026-01-20T21:48:22.216Z",
    takenBy: null,
    wsVersion: 1,
    wsSyncVersion: 1,
    ...over,
  },
  attributes: {},
  state: null,
})

/** Sums of planned units as the connector gives them. */
export const units = (n: number, over: Partial<UnitTotals> = {}, extension = "@"): SourceRecord => ({
  externalId: `2026-${1000 + n}/${extension}`,
  sourceVersion: null,
  fields: {
    workOrder: `2026-${1000 + n}`,
    extension,
    totalUnits: 100,
    totalLinearFt: 5000,
    totalAcres: 2.5,
    totalTrees: 20,
    unitsApproved: 50,
    unitsRefused: 10,
    unitsPending: 30,
    permissionCounts: { Approved: 50, Refused: 10, Pending: 30, Deferred: 10 },
    unitCountsByType: { SPM: 80, HCB: 20 },
    linearFtByType: { SPM: 5000 },
    acresByType: { HCB: 2.5 },
    plannerDistribution: { "Pat Former": { unitCount: 100, linearFt: 5000, acres: 2.5, trees: 20 } },
    unknownTypes: [],
    ...over,
  },
  attributes: {},
  state: null,
})

export const syncCircuits = (at: Bench, script: Script) => sync(at, script, { streams: () => ["circuits"] })
export const syncUnits = (at: Bench, script: Script) => sync(at, script, { streams: () => ["planned-units"] })

/** All circuits of the account as its admin sees them. */
export const circuitsOf = async ({ admin }: { admin: Actor }) =>
  (await listCircuits(admin, circuitQuery.parse({ includeHidden: true }))).items

/** Rows of a statement. */
export const rowsOf = async (sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows
