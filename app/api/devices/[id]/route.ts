import { handle } from "@/app/api/handle"
import { byId } from "@/app/api/params"
import { getDevice } from "@/lib/inventory/devices/get-device"

export const GET = handle(async ({ actor, params }) => getDevice(actor, params(byId).id))
