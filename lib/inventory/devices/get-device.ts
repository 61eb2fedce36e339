import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { type DeviceDetail, type DeviceSourceView, deviceSourceView } from "@/lib/domain/device"
import { RequestError } from "@/lib/domain/problem"
import { type DeviceRow, viewOf } from "./device-row"
import { selectStateKnown } from "./modules/store"
import { selectDevice, selectRecords } from "./query-store"

type Times = { missingSince: Date | null; retiredAt: Date | null; firstSeenAt: Date; changedAt: Date }
type RecordRow = Omit<DeviceSourceView, keyof Times> & Times

/** A device of the actor's account, and what each source says of it. Throws 404. */
export async function getDevice(actor: Actor, id: string): Promise<DeviceDetail> {
  const device = await findDevice(actor, id)
  const { rows } = await pool().query<RecordRow>(selectRecords, [id])
  const { rows: known } = await pool().query<{ at: Date | null }>(selectStateKnown, [id])
  return {
    ...viewOf(device),
    records: rows.map(recordView),
    stateKnownAt: known[0]?.at?.toISOString() ?? null,
  }
}

/** The device's row alone. Throws 404 when there is none, or it is another account's. */
export async function findDevice(actor: Actor, id: string): Promise<DeviceRow> {
  const { rows } = await pool().query<DeviceRow>(selectDevice, [actor.accountId, id])
  const [device] = rows
  if (device !== undefined) return device
  throw new RequestError(404, "There is no device with this id in your account.")
}

function recordView(row: RecordRow): DeviceSourceView {
  return deviceSourceView.parse({
    ...row,
    missingSince: row.missingSince?.toISOString() ?? null,
    retiredAt: row.retiredAt?.toISOString() ?? null,
    firstSeenAt: row.firstSeenAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
  })
}
