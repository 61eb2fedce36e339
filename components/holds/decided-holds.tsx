"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import Link from "next/link"
import { Badge } from "@/components/ui/badge"
import { ErrorState } from "@/components/ui/error-state"
import { ExactTime } from "@/components/ui/exact-time"
import { formatNumber } from "@/components/ui/format-number"
import { LoadMore } from "@/components/ui/load-more"
import { None } from "@/components/ui/none"
import { Panel } from "@/components/ui/panel"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import type { Listing } from "@/lib/domain/listing"
import type { RemovalHoldView } from "@/lib/domain/removal-hold"
import { holdsQuery } from "@/lib/queries/holds"
import { statusName, statusTones } from "./hold-wording"

/** Holds that no longer wait: what became of each, by whom and when. Nothing while there are none. */
export function DecidedHolds({ initial }: { initial: Listing<RemovalHoldView> }) {
  const holds = useInfiniteQuery({
    ...holdsQuery("all"),
    initialData: { pages: [initial], pageParams: [null] },
  })
  const decided = holds.data.pages.flatMap((page) => page.items).filter(({ status }) => status !== "open")
  if (decided.length === 0) return null
  return (
    <Panel title="Decided">
      {holds.error !== null && (
        <ErrorState
          title="This list may be out of date"
          error={holds.error}
          retry={() => void holds.refetch()}
        />
      )}
      <Table label="Decided holds" className="is-centred is-stacked">
        <thead>
          <tr>
            <HeadCell>Outcome</HeadCell>
            <HeadCell>Integration</HeadCell>
            <HeadCell className="text-right">Records</HeadCell>
            <HeadCell>Decided by</HeadCell>
            <HeadCell>When</HeadCell>
          </tr>
        </thead>
        <tbody>
          {decided.map((hold) => (
            <HoldRow key={hold.id} hold={hold} />
          ))}
        </tbody>
      </Table>
      <LoadMore list={holds} />
    </Panel>
  )
}

function HoldRow({ hold }: { hold: RemovalHoldView }) {
  return (
    <Row>
      <Cell>
        <Badge tone={statusTones[hold.status]}>{statusName(hold)}</Badge>
      </Cell>
      <Cell className="min-w-40">
        <Link
          href={`/holds/${hold.id}`}
          className="underline decoration-line-strong underline-offset-2 wrap-anywhere hover:decoration-ink"
        >
          {hold.integrationName}
        </Link>
      </Cell>
      <Cell label="Records" className="text-right tabular-nums">
        {formatNumber(hold.records)}
      </Cell>
      <Cell label="Decided by">{hold.decidedBy ?? <None text="nobody" />}</Cell>
      <Cell className="whitespace-nowrap text-ink-soft">
        <ExactTime at={hold.decidedAt ?? hold.updatedAt} />
      </Cell>
    </Row>
  )
}
