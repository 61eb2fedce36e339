import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { listQuery } from "@/lib/domain/listing"
import { listDeviceChanges } from "@/lib/inventory/devices/list-device-changes"

/** A device's history, newest first. */
export const GET = handle(async ({ actor, params, query }) =>
  listDeviceChanges(actor, params(byId).id, query(listQuery)),
)
