"use client"
import type { ReactNode } from "react"
import { count } from "@/components/ui/format-number"
import { RelativeTime } from "@/components/ui/relative-time"
import { Cell, Row } from "@/components/ui/table"
import type { WebhookDeliveryView } from "@/lib/domain/webhook"
import { DeliveryState, isToBeTriedAgain, lastAnswer } from "./delivery-state"
import { nameOfNews } from "./notice-wording"

/** One message and how it fared. */
export function DeliveryRow({ delivery, children }: { delivery: WebhookDeliveryView; children: ReactNode }) {
  const { kind, attempts, nextAttemptAt, createdAt } = delivery
  return (
    <Row>
      <Cell className="max-md:basis-full max-md:font-medium">{nameOfNews(kind)}</Cell>
      <Cell label="Made">
        <RelativeTime at={createdAt} />
      </Cell>
      <Cell>
        <DeliveryState delivery={delivery} />
        <p className="mt-0.5 text-ink-faint text-xs">
          {attempts === 0 ? "Not tried yet" : count(attempts, "try", "tries")}
          {nextAttemptAt !== null && isToBeTriedAgain(delivery) && (
            <>
              , next <RelativeTime at={nextAttemptAt} isPlanned />
            </>
          )}
        </p>
      </Cell>
      <Cell label="Last answer" className="max-w-xs whitespace-normal wrap-anywhere">
        {lastAnswer(delivery) ?? "none yet"}
      </Cell>
      <Cell className="text-right max-md:ml-auto">{children}</Cell>
    </Row>
  )
}
