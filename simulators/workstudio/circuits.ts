import { draw, hex8, pick } from "@/simulators/random"

/** A circuit before it is written as a row. */
export type Circuit = {
  jobGuid: string
  workOrder: string
  extension: string
  title: string
  region: string
  status: string
  jobType: string
  cycleType: string
  contractor: string
  miles: number
  planned: number
  percent: number
  acres: number
  start: string | null
  editedAt: string
  takenBy: string
  version: number
}

export const plannerNames = [
  "TREECO\\jdoe",
  "TREECO\\amartin",
  "NORTHCUT\\kolsen",
  "NORTHCUT\\bsingh",
] as const
const regions = ["North", "South", "Lakeside", "Hill Country"] as const
const places = ["OAKDALE", "MAPLE RIDGE", "STONY BROOK", "HARBOR POINT", "CEDAR FALLS", "ELK RUN"] as const
const statuses = ["ACTIV", "ACTIV", "ACTIV", "ACTIV", "ACTIV", "QC", "REWRK", "CLOSE"] as const
const cycles = ["Cycle Maintenance - Trim", "Mid-cycle", "Storm Follow Up"] as const
const contractors = ["TreeCo", "Northcut"] as const

/** The circuit with this number; the same for the same seed. Every tenth is the part A of the one before it. */
export function makeCircuit(seed: number, index: number): Circuit {
  const isSplit = index % 10 === 9
  const drawn = draw(seed, isSplit ? index - 1 : index, 0)
  const miles = round(5 + (draw(seed, index, 1) % 9000) / 100)
  const percent = draw(seed, index, 2) % 101
  const number = isSplit ? index - 1 : index
  return {
    jobGuid: guidOf(seed, index),
    workOrder: `2026-${1001 + number}`,
    extension: isSplit ? "A" : "@",
    title: `${pick(places, drawn >>> 3)} 12KV ${String(10 + (number % 89))}-${String(1 + (number % 9)).padStart(2, "0")} LINE`,
    region: pick(regions, drawn >>> 6),
    status: pick(statuses, draw(seed, index, 3)),
    jobType: isSplit ? "Split_Assessment" : "Assessment Dx",
    cycleType: pick(cycles, drawn >>> 9),
    contractor: pick(contractors, drawn >>> 12),
    miles,
    planned: round((miles * percent) / 100),
    percent,
    acres: round((draw(seed, index, 4) % 4000) / 100),
    start: index % 7 === 3 ? null : `2026-0${1 + (drawn % 9)}-15`,
    editedAt: new Date(Date.UTC(2026, 0, 20) + (draw(seed, index, 5) % 20_000_000) * 1000).toISOString(),
    takenBy: index % 5 === 4 ? "" : pick(plannerNames, drawn >>> 15),
    version: 1 + (drawn % 20),
  }
}

export const guidOf = (seed: number, index: number): string =>
  `{${hex8(draw(seed, index, 6))}-${hex8(index).slice(0, 4)}-4${hex8(draw(seed, index, 7)).slice(5)}-8${hex8(seed).slice(5)}-${hex8(draw(seed, index, 8))}${hex8(index).slice(4)}}`.toUpperCase()

const round = (value: number): number => Math.round(value * 100) / 100
