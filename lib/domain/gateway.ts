import { z } from "zod"

/** A LoRaWAN concentrator by the id that it has at its source. */
const gatewayView = z.object({ id: z.string(), deviceId: z.uuid() })

/**
 * `GET /api/lorawan/gateways`. `not_ready`: a source of concentrators has not been read whole yet, so there may be more.
 * `readAt`: when the list was true.
 */
export const gatewayListing = z.object({
  state: z.enum(["ready", "not_ready"]),
  items: z.array(gatewayView),
  nextCursor: z.string().nullable(),
  total: z.number().int(),
  readAt: z.iso.datetime().nullable(),
})
export type GatewayListing = z.infer<typeof gatewayListing>

/** `GET /api/lorawan/gateways/:id`: 200, or 503 while it is `not_ready`. */
export const gatewayState = z.object({
  id: z.string(),
  state: z.enum(["known", "unknown", "not_ready"]),
  deviceId: z.uuid().nullable(),
  readAt: z.iso.datetime().nullable(),
})
export type GatewayState = z.infer<typeof gatewayState>
