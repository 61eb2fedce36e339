import { z } from "zod"
import { cutPage, decodeCursor } from "@/lib/cursor"
import type { Actor } from "@/lib/domain/account"
import type { GatewayListing, GatewayState } from "@/lib/domain/gateway"
import type { ListQuery } from "@/lib/domain/listing"
import { gateways } from "./gateways"

/**
 * Whether the account has a concentrator with this id (S3-GATEWAYS), in any case; from memory. `not_ready` until every source that
 * may have it was read whole, for then nobody can say `unknown`.
 */
export async function findGateway(actor: Actor, id: string): Promise<GatewayState> {
  const list = await gateways().listOf(actor.accountId)
  const known = list?.byKey.get(id.toUpperCase())
  const readAt = list?.readAt.toISOString() ?? null
  if (known !== undefined) return { id: known.id, state: "known", deviceId: known.deviceId, readAt }
  if (list?.isWhole === true) return { id, state: "unknown", deviceId: null, readAt }
  return { id, state: "not_ready", deviceId: null, readAt: null }
}

const idKey = z.tuple([z.string().max(512)])

/** The account's gateways by id, as far as they are known; `not_ready` as above. */
export async function listGateways(actor: Actor, { limit, cursor }: ListQuery): Promise<GatewayListing> {
  const after = decodeCursor(cursor, idKey)?.[0] ?? ""
  const list = await gateways().listOf(actor.accountId)
  const all = list?.items ?? []
  const rest = all.filter(({ id }) => id > after).slice(0, limit + 1)
  const { items, nextCursor } = cutPage(rest, limit, ({ id }) => [id])
  const isReady = list?.isWhole === true
  return {
    state: isReady ? "ready" : "not_ready",
    items,
    nextCursor,
    total: all.length,
    readAt: isReady ? list.readAt.toISOString() : null,
  }
}
