import { listQuery } from "@/lib/domain/listing"
import { listDeviceChanges } from "@/lib/inventory/devices/list-device-changes"
import { handle } from "../../../handle"
import { byId } from "../../../params"

/** A device's history, newest first. */
export const GET = handle(async ({ actor, params, query }) =>
  listDeviceChanges(actor, params(byId).id, query(listQuery)),
)
