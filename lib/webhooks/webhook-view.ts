import { prisma } from "@/lib/db/client"
import { noticeKind } from "@/lib/domain/notification-rules"
import type { WebhookView } from "@/lib/domain/webhook"
import { deliveryView } from "./list-deliveries"

type Row = {
  id: string
  name: string
  url: string
  kinds: string[]
  enabled: boolean
  disabledReason: string | null
  createdAt: Date
}

/** A webhook's row as it is shown, with the newest message to it. */
export async function webhookViewOf(row: Row): Promise<WebhookView> {
  const last = await prisma().webhookDelivery.findFirst({
    where: { endpointId: row.id },
    orderBy: { id: "desc" },
  })
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    kinds: noticeKind.array().parse(row.kinds),
    enabled: row.enabled,
    disabledReason: row.disabledReason,
    createdAt: row.createdAt.toISOString(),
    lastDelivery: last === null ? null : deliveryView(last),
  }
}
