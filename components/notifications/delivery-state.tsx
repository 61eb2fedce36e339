import { Badge, type Tone } from "@/components/ui/badge"
import type { DeliveryStatus, WebhookDeliveryView } from "@/lib/domain/webhook"

const look: Record<DeliveryStatus, { tone: Tone; word: string }> = {
  pending: { tone: "live", word: "Under way" },
  delivered: { tone: "good", word: "Delivered" },
  failed: { tone: "bad", word: "Given up" },
}

/** A message was tried and not taken, and is tried again. */
export const isToBeTriedAgain = ({ status, log }: WebhookDeliveryView): boolean =>
  status === "pending" && log.at(-1)?.error != null

/** How a message fares, in a word. */
export function DeliveryState({ delivery }: { delivery: WebhookDeliveryView }) {
  const { status } = delivery
  if (isToBeTriedAgain(delivery)) return <Badge tone="warn">To be tried again</Badge>
  return <Badge tone={look[status].tone}>{look[status].word}</Badge>
}

/** What the receiver answered last, or why nothing came; null before the first try. */
export function lastAnswer({ log }: WebhookDeliveryView): string | null {
  const last = log.at(-1)
  return last === undefined ? null : (last.error ?? `${last.status} in ${last.durationMs} ms`)
}
