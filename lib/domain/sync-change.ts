import { z } from "zod"
import { deviceChangeView } from "./device"

/** One change that a run made, with the device it made it to. */
export const syncChangeView = deviceChangeView.extend({
  deviceId: z.uuid(),
  deviceName: z.string().nullable(),
  serialNumber: z.string().nullable(),
})
export type SyncChangeView = z.infer<typeof syncChangeView>
