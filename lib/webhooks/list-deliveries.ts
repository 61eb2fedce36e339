import { cutPage, decodeCursor, idKey } from "@/lib/cursor"
import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { ListQuery } from "@/lib/domain/listing"
import {
  deliveryStatus,
  type WebhookDeliveryListing,
  type WebhookDeliveryView,
  webhookAttempt,
} from "@/lib/domain/webhook"
import { findWebhook } from "./find-webhook"

/** A webhook's delivery log, newest first; for admins. */
export async function listDeliveries(
  actor: Actor,
  id: string,
  query: ListQuery,
): Promise<WebhookDeliveryListing> {
  await findWebhook(actor, id)
  const after = decodeCursor(query.cursor, idKey)
  const rows = await prisma().webhookDelivery.findMany({
    where: { endpointId: id, ...(after === null ? {} : { id: { lt: after[0] } }) },
    orderBy: { id: "desc" },
    take: query.limit + 1,
  })
  const { items, nextCursor } = cutPage(rows, query.limit, ({ id }) => [id])
  return { items: items.map(deliveryView), nextCursor }
}

type Row = Awaited<ReturnType<ReturnType<typeof prisma>["webhookDelivery"]["findMany"]>>[number]

/** A delivery's row as it is shown. */
export function deliveryView(row: Row): WebhookDeliveryView {
  const status = deliveryStatus.parse(row.status)
  return {
    id: row.id,
    kind: row.kind,
    status,
    attempts: row.attempts,
    nextAttemptAt: status === "pending" ? row.nextAttemptAt.toISOString() : null,
    log: webhookAttempt.array().parse(row.log),
    createdAt: row.createdAt.toISOString(),
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
  }
}
