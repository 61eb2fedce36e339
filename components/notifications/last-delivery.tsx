"use client"
import { RelativeTime } from "@/components/ui/relative-time"
import type { WebhookDeliveryView } from "@/lib/domain/webhook"
import { DeliveryState, isToBeTriedAgain, lastAnswer } from "./delivery-state"
import { nameOfNews } from "./notice-wording"

/** The newest message to a webhook and what became of it: also what shows how a test went. */
export function LastDelivery({ delivery }: { delivery: WebhookDeliveryView }) {
  const { kind, createdAt, nextAttemptAt } = delivery
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
      <span className="text-ink-soft">
        Last message: {nameOfNews(kind)}, <RelativeTime at={createdAt} />
      </span>
      <span role="status" className="flex flex-wrap items-center gap-x-2 gap-y-1 wrap-anywhere">
        <DeliveryState delivery={delivery} />
        {lastAnswer(delivery)}
      </span>
      {nextAttemptAt !== null && isToBeTriedAgain(delivery) && (
        <span className="text-ink-soft">
          Next try <RelativeTime at={nextAttemptAt} isPlanned />.
        </span>
      )}
    </div>
  )
}
