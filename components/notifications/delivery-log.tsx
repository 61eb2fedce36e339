"use client"
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query"
import { useAction } from "@/components/actions/use-action"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { ErrorState } from "@/components/ui/error-state"
import { LoadMore } from "@/components/ui/load-more"
import { Skeleton } from "@/components/ui/skeleton"
import { HeadCell, Table } from "@/components/ui/table"
import { toast } from "@/components/ui/toast"
import type { WebhookView } from "@/lib/domain/webhook"
import { deliveriesQuery } from "@/lib/queries/webhooks"
import { DeliveryRow } from "./delivery-row"
import type { WebhookActions } from "./notification-actions"

type Props = { webhook: WebhookView; redeliver: WebhookActions["redeliver"] }

/** What was sent to a webhook and how it fared, newest first; what is under way shows by itself. */
export function DeliveryLog({ webhook: { id, enabled }, redeliver }: Props) {
  const cache = useQueryClient()
  const log = useInfiniteQuery(deliveriesQuery(id))
  const again = useAction({
    act: (delivery: string) => redeliver({ id, delivery }),
    onDone: () => toast("It is delivered again"),
    onAnswer: () => cache.invalidateQueries(deliveriesQuery(id)),
    toldAs: "It is not delivered again",
  })
  if (log.isPending) return <Skeleton className="m-5 h-24" />
  if (log.data === undefined)
    return (
      <ErrorState
        title="The delivery log cannot be shown"
        error={log.error}
        retry={() => void log.refetch()}
      />
    )
  const deliveries = log.data.pages.flatMap((page) => page.items)
  if (deliveries.length === 0)
    return (
      <EmptyState title="Nothing was sent yet">Press “Send a test” to send the first message.</EmptyState>
    )
  return (
    <>
      <Table label="Deliveries" className="is-centred is-stacked">
        <thead>
          <tr>
            <HeadCell>Notification</HeadCell>
            <HeadCell>Made</HeadCell>
            <HeadCell>State</HeadCell>
            <HeadCell>Last answer</HeadCell>
            <HeadCell>
              <span className="sr-only">What can be done</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery}>
              <Button
                size="sm"
                busy={again.underWay === delivery.id}
                reason={enabled ? null : "Enable the webhook first"}
                onClick={() => again.run(delivery.id)}
              >
                Redeliver
              </Button>
            </DeliveryRow>
          ))}
        </tbody>
      </Table>
      <LoadMore list={log} />
    </>
  )
}
