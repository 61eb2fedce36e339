import { answer, handle } from "@/app/api/handle"
import { deviceInput } from "@/lib/domain/device-input"
import { deviceQuery } from "@/lib/domain/device-query"
import { createDevice } from "@/lib/inventory/devices/create-device"
import { listDevices } from "@/lib/inventory/devices/list-devices"

export const GET = handle(async ({ actor, query }) => listDevices(actor, query(deviceQuery)))

/** Takes in a device kept by hand. */
export const POST = handle(async ({ actor, body }) =>
  answer(await createDevice(actor, await body(deviceInput)), 201),
)
