import { getDevice } from "@/lib/inventory/devices/get-device"
import { handle } from "../../handle"
import { byId } from "../../params"

export const GET = handle(async ({ actor, params }) => getDevice(actor, params(byId).id))
