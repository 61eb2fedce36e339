import { z } from "zod"
import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { connectionState, deviceKind, deviceType } from "@/lib/domain/device"
import type { FleetSummary } from "@/lib/domain/fleet"
import { countKeptByHand, countLatelyRemoved, selectFleet } from "./store"

const row = z.object({
  kind: deviceKind,
  type: deviceType,
  connectionState,
  devices: z.number(),
  new: z.number(),
})
type Row = z.infer<typeof row>

/** Counts the account's devices; types by size, the largest first. */
export async function summariseFleet(actor: Actor): Promise<FleetSummary> {
  const [fleet, removed, byHand] = await Promise.all([
    pool().query(selectFleet, [actor.accountId]),
    pool().query<{ devices: number }>(countLatelyRemoved, [actor.accountId]),
    pool().query<{ devices: number }>(countKeptByHand, [actor.accountId]),
  ])
  const rows = z.array(row).parse(fleet.rows)
  return {
    devices: sum(rows),
    newThisWeek: rows.reduce((total, group) => total + group.new, 0),
    removedThisWeek: removed.rows[0]?.devices ?? 0,
    keptByHand: byHand.rows[0]?.devices ?? 0,
    byKind: {
      standard: sum(rows.filter(({ kind }) => kind === "standard")),
      edge: sum(rows.filter(({ kind }) => kind === "edge")),
      concentrator: sum(rows.filter(({ kind }) => kind === "concentrator")),
    },
    byType: byType(rows),
    byConnection: {
      connected: sum(rows.filter((group) => group.connectionState === "connected")),
      disconnected: sum(rows.filter((group) => group.connectionState === "disconnected")),
      unknown: sum(rows.filter((group) => group.connectionState === "unknown")),
    },
  }
}

const sum = (rows: Row[]): number => rows.reduce((total, { devices }) => total + devices, 0)

function byType(rows: Row[]): FleetSummary["byType"] {
  const types = [...new Set(rows.map(({ type }) => type))]
  return types
    .map((type) => ({ type, devices: sum(rows.filter((group) => group.type === type)) }))
    .sort((one, other) => other.devices - one.devices)
}
