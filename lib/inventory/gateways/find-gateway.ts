import { z } from "zod"
import { cutPage, decodeCursor } from "@/lib/cursor"
import type { Actor } from "@/lib/domain/account"
import type { GatewayListing, GatewayState } from "@/lib/domain/gateway"
import type { ListQuery } from "@/lib/domain/listing"
import { gateways } from "./gateways"

/**
 * Whether the account has a concentrator with this id (S3-GATEWAYS), in any case; from memory. `not_ready` until some source of
 * devices was read whole, for then nobody can say `unknown`.
 */
export async function findGateway(actor: Actor, id: string): Promise<GatewayState> {
  const list = await gateways().listOf(actor.accountId)
  if (list === null) return { id, state: "not_ready", deviceId: null, readAt: null }
  const known = list.byKey.get(id.toUpperCase())
  const readAt = list.readAt.toISOString()
  if (known === undefined) return { id, state: "unknown", deviceId: null, readAt }
  return { id: known.id, state: "known", deviceId: known.deviceId, readAt }
}

const idKey = z.tuple([z.string().max(512)])

/** The account's gateways by id; none, and `not_ready`, as above. */
export async function listGateways(actor: Actor, { limit, cursor }: ListQuery): Promise<GatewayListing> {
  const after = decodeCursor(cursor, idKey)?.[0] ?? ""
  const list = await gateways().listOf(actor.accountId)
  if (list === null) return { state: "not_ready", items: [], nextCursor: null, total: 0, readAt: null }
  const rest = list.items.filter(({ id }) => id > after).slice(0, limit + 1)
  const { items, nextCursor } = cutPage(rest, limit, ({ id }) => [id])
  const { length: total } = list.items
  return { state: "ready", items, nextCursor, total, readAt: list.readAt.toISOString() }
}
