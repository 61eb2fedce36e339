"use client"
import type { ReactNode } from "react"
import { knownValue } from "@/components/address/known-value"
import { Badge, type Tone } from "@/components/ui/badge"
import { count } from "@/components/ui/format-number"
import { RelativeTime } from "@/components/ui/relative-time"
import { Cell, Row } from "@/components/ui/table"
import type { DeliveryStatus, WebhookDeliveryView } from "@/lib/domain/webhook"
import { noticeWords } from "./notice-wording"

const look: Record<DeliveryStatus, { tone: Tone; word: string }> = {
  pending: { tone: "live", word: "Under way" },
  delivered: { tone: "good", word: "Delivered" },
  failed: { tone: "bad", word: "Given up" },
}

/** One message and how it fared. */
export function DeliveryRow({ delivery, children }: { delivery: WebhookDeliveryView; children: ReactNode }) {
  const { kind, status, attempts, nextAttemptAt, log, createdAt } = delivery
  const known = knownValue(noticeWords, kind)
  const last = log.at(-1)
  const isRefused = status === "pending" && last?.error != null
  return (
    <Row>
      <Cell>{known === null ? "Test" : noticeWords[known].name}</Cell>
      <Cell>
        <RelativeTime at={createdAt} />
      </Cell>
      <Cell>
        <Badge tone={isRefused ? "warn" : look[status].tone}>
          {isRefused ? "To be tried again" : look[status].word}
        </Badge>
        <p className="mt-0.5 text-ink-faint text-xs">
          {attempts === 0 ? "Not tried yet" : count(attempts, "try", "tries")}
          {nextAttemptAt !== null && isRefused && (
            <>
              , next <RelativeTime at={nextAttemptAt} isPlanned />
            </>
          )}
        </p>
      </Cell>
      <Cell className="max-w-xs whitespace-normal wrap-anywhere">
        {last === undefined ? "None yet" : (last.error ?? `${last.status} in ${last.durationMs} ms`)}
      </Cell>
      <Cell>{children}</Cell>
    </Row>
  )
}
