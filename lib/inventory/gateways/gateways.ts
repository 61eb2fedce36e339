import { z } from "zod"
import { pool } from "@/lib/db/client"
import { listen } from "@/lib/db/listen"
import { log } from "@/lib/log"
import { type GatewayReading, openGatewayLists } from "./open-gateway-lists"
import { gatewaysChannel, selectGateways } from "./store"

type Lists = ReturnType<typeof openGatewayLists>
const holder: typeof globalThis & { rollcallGateways?: Lists } = globalThis

/** This process's lists of gateways; made on first use. */
export function gateways(): Lists {
  holder.rollcallGateways ??= openGatewayLists({
    read: readGateways,
    watch: ({ changed, lost }) => listen({ channel: gatewaysChannel, onMessage: changed, onLost: lost }),
    warn: (error, message) => log.warn({ err: error }, message),
    staleAfterMs: 300_000,
    now: Date.now,
  })
  return holder.rollcallGateways
}

const row = z.object({
  gateways: z.array(z.object({ id: z.string(), deviceId: z.uuid() })),
  isWhole: z.boolean(),
})

async function readGateways(accountId: string): Promise<GatewayReading> {
  const { rows } = await pool().query(selectGateways, [accountId])
  const { gateways, isWhole } = row.parse(rows[0])
  return { items: gateways.sort((one, other) => (one.id < other.id ? -1 : 1)), isWhole }
}
