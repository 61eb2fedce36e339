"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import { versionPath } from "@/components/lists/list-address"
import { ErrorState } from "@/components/ui/error-state"
import { formatNumber } from "@/components/ui/format-number"
import { LinkButton } from "@/components/ui/link-button"
import { LoadMore } from "@/components/ui/load-more"
import { Panel } from "@/components/ui/panel"
import { Skeleton } from "@/components/ui/skeleton"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import type { Role } from "@/lib/domain/account"
import type { HeldRecordView, RemovalHoldView } from "@/lib/domain/removal-hold"
import { heldRecordsQuery } from "@/lib/queries/holds"
import { DecisionBar } from "./decision-bar"
import type { HoldActions } from "./hold-actions"

type Props = { hold: RemovalHoldView; role: Role; actions: HoldActions }

const none: string[] = []

/** A list that waits: what would be gone with it. It is published as a whole or not at all, so nothing of it is chosen. */
export function HeldList({ hold, role, actions }: Props) {
  const held = useInfiniteQuery(heldRecordsQuery(hold.id))
  const items = held.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Panel title="Items that would be gone">
      <div className="flex flex-wrap items-center gap-2 border-line border-b px-4 py-2.5">
        {hold.list !== null && <LinkButton href={versionPath(hold.list.id)}>See all differences</LinkButton>}
        <DecisionBar hold={hold} chosen={none} role={role} actions={actions} onDecided={() => {}} />
      </div>
      {held.isPending && (
        <div className="p-4">
          <Skeleton className="h-6" />
        </div>
      )}
      {held.error !== null && (
        <ErrorState title="The items cannot be shown" error={held.error} retry={() => void held.refetch()} />
      )}
      {held.isSuccess && items.length === 0 && (
        <p className="px-4 py-3 text-ink-soft">None: nothing that is published would be gone.</p>
      )}
      {items.length > 0 && <Items items={items} />}
      <LoadMore
        list={held}
        note={`${formatNumber(items.length)} of ${formatNumber(hold.records)} items loaded`}
      />
    </Panel>
  )
}

function Items({ items }: { items: HeldRecordView[] }) {
  return (
    <Table label="Table of items that would be gone">
      <thead>
        <tr>
          <HeadCell>Item</HeadCell>
        </tr>
      </thead>
      <tbody>
        {items.map(({ externalId, subjectName }) => (
          <Row key={externalId}>
            <Cell className="tabular-nums">{subjectName ?? externalId}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
