import { type DeviceView, deviceView } from "@/lib/domain/device"

type Times = { createdAt: Date; updatedAt: Date; lastActivityAt: Date | null }

/** A device as the store reads it. */
export type DeviceRow = Omit<DeviceView, keyof Times> & Times

/** A device as the API gives it; what a view does not name is left out. */
export function viewOf(row: DeviceRow): DeviceView {
  return deviceView.parse({
    ...row,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    lastActivityAt: row.lastActivityAt?.toISOString() ?? null,
  })
}
