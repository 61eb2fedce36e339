import type { UnitTotals } from "@/lib/domain/circuit"
import { unitColumns } from "./columns"
import { readNumber, readText } from "./read-value"
import type { Row } from "./table"
import { type UnitTable, unitCode } from "./unit-table"

/** The planned units of one work order, added up for each extension that has any (providers/workstudio.md, E.5 and E.6). */
export function sumUnits(workOrder: string, rows: Row[], unitTable: UnitTable): UnitTotals[] {
  const byExtension = new Map<string, UnitTotals>()
  for (const row of rows) {
    const extension = readText(row.cell(unitColumns.extension)) ?? "@"
    const totals = byExtension.get(extension) ?? noUnits(workOrder, extension)
    byExtension.set(extension, totals)
    addUnit(totals, row, unitTable)
  }
  return [...byExtension.values()].map(rounded)
}

function addUnit(totals: UnitTotals, row: Row, unitTable: UnitTable): void {
  const type = readText(row.cell(unitColumns.type)) ?? "Unknown"
  const measure = unitTable[unitCode(type)] ?? null
  const amount = (heading: string) => Math.max(0, readNumber(row.cell(heading)) ?? 0)
  // Feet in this view, whatever the circuits view has under a similar name
  const linearFt = measure === "line" ? amount(unitColumns.lengthFt) : 0
  const acres = measure === "area" ? amount(unitColumns.acres) : 0
  const trees = measure === "trees" ? Math.round(amount(unitColumns.trees)) : 0
  totals.totalUnits += 1
  totals.totalLinearFt += linearFt
  totals.totalAcres += acres
  totals.totalTrees += trees
  add(totals.unitCountsByType, type, 1)
  if (linearFt > 0) add(totals.linearFtByType, type, linearFt)
  if (acres > 0) add(totals.acresByType, type, acres)
  if (measure === null && !totals.unknownTypes.includes(type)) totals.unknownTypes.push(type)
  countPermission(totals, readText(row.cell(unitColumns.permission)))
  const planner = readText(row.cell(unitColumns.planner)) ?? "Unknown"
  const known = Object.hasOwn(totals.plannerDistribution, planner)
  const share = (known && totals.plannerDistribution[planner]) || nothing
  totals.plannerDistribution[planner] = {
    unitCount: share.unitCount + 1,
    linearFt: share.linearFt + linearFt,
    acres: share.acres + acres,
    trees: share.trees + trees,
  }
}

const nothing = { unitCount: 0, linearFt: 0, acres: 0, trees: 0 }

/** Nothing, and "Pending" in any case, both mean that the owner was not reached yet; other statuses are counted as they are. */
function countPermission(totals: UnitTotals, said: string | null): void {
  const status = said === null || said.toLowerCase() === "pending" ? "Pending" : said
  add(totals.permissionCounts, status, 1)
  if (status === "Approved") totals.unitsApproved += 1
  else if (status === "Refused") totals.unitsRefused += 1
  else if (status === "Pending") totals.unitsPending += 1
}

function noUnits(workOrder: string, extension: string): UnitTotals {
  return {
    workOrder,
    extension,
    totalUnits: 0,
    totalLinearFt: 0,
    totalAcres: 0,
    totalTrees: 0,
    unitsApproved: 0,
    unitsRefused: 0,
    unitsPending: 0,
    permissionCounts: {},
    unitCountsByType: {},
    linearFtByType: {},
    acresByType: {},
    plannerDistribution: {},
    unknownTypes: [],
  }
}

function add(tally: Record<string, number>, key: string, amount: number): void {
  // Not what every object has: a type may be called "constructor"
  tally[key] = (Object.hasOwn(tally, key) ? (tally[key] ?? 0) : 0) + amount
}

/** Sums of many decimals end in noise: feet to two places, acres to four, as the tables have them. */
function rounded(totals: UnitTotals): UnitTotals {
  return {
    ...totals,
    totalLinearFt: round(totals.totalLinearFt, 2),
    totalAcres: round(totals.totalAcres, 4),
    linearFtByType: roundedAll(totals.linearFtByType),
    acresByType: roundedAll(totals.acresByType),
    plannerDistribution: Object.fromEntries(
      Object.entries(totals.plannerDistribution).map(([planner, share]) => [
        planner,
        { ...share, linearFt: round(share.linearFt, 2), acres: round(share.acres, 4) },
      ]),
    ),
  }
}

const roundedAll = (tally: Record<string, number>) =>
  Object.fromEntries(Object.entries(tally).map(([key, value]) => [key, round(value, 4)]))

const round = (value: number, places: number): number => Number(value.toFixed(places))
