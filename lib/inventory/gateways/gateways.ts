import { z } from "zod"
import { pool } from "@/lib/db/client"
import { listen } from "@/lib/db/listen"
import { log } from "@/lib/log"
import { type Gateway, openGatewayLists } from "./open-gateway-lists"
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
  isRead: z.boolean(),
})

async function readGateways(accountId: string): Promise<Gateway[] | null> {
  const { rows } = await pool().query(selectGateways, [accountId])
  const { gateways, isRead } = row.parse(rows[0])
  if (!isRead && gateways.length === 0) return null
  return gateways.sort((one, other) => (one.id < other.id ? -1 : 1))
}
