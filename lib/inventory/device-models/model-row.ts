import {
  type DeviceModelDetail,
  type DeviceModelFields,
  deviceModelDetail,
  modelOrigin,
} from "@/lib/domain/device-model"
import type { Json } from "@/lib/domain/json"

/** A model as the store reads it. */
export type ModelRow = {
  id: string
  fields: DeviceModelFields
  attributes: Record<string, Json>
  externalId: string
  madeBy: string | null
  stream: string | null
  integrationId: string | null
  integrationName: string | null
  provider: string | null
  isRetired: boolean
  devices: number
  missingSince: Date | null
  createdAt: Date
  updatedAt: Date
}

/** A model as the API gives it. */
export function modelFromRow({
  fields,
  integrationName,
  isRetired,
  madeBy,
  ...row
}: ModelRow): DeviceModelDetail {
  const { integrationId, stream, provider } = row
  const isOwn = integrationId === null
  return deviceModelDetail.parse({
    ...fields,
    ...row,
    origin: isOwn ? modelOrigin.parse(madeBy) : "source",
    source: isOwn ? null : { integrationId, stream, provider, name: integrationName },
    status: isRetired ? "retired" : "active",
    missingSince: row.missingSince?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  })
}
