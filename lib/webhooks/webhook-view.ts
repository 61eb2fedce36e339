import { noticeKind } from "@/lib/domain/notification-rules"
import type { WebhookView } from "@/lib/domain/webhook"

type Row = {
  id: string
  name: string
  url: string
  kinds: string[]
  enabled: boolean
  disabledReason: string | null
  createdAt: Date
}

/** A webhook's row as it is shown. */
export const webhookViewOf = (row: Row): WebhookView => ({
  id: row.id,
  name: row.name,
  url: row.url,
  kinds: noticeKind.array().parse(row.kinds),
  enabled: row.enabled,
  disabledReason: row.disabledReason,
  createdAt: row.createdAt.toISOString(),
})
