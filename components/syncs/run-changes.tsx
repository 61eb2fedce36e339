"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import Link from "next/link"
import { ChangeBadge } from "@/components/devices/change-badge"
import { FieldChanges } from "@/components/devices/field-changes"
import { Button } from "@/components/ui/button"
import { Panel } from "@/components/ui/panel"
import { Skeleton } from "@/components/ui/skeleton"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import type { SyncChangeView } from "@/lib/domain/sync-change"
import { isRunning, type SyncLogView } from "@/lib/domain/sync-log"
import { syncChangesQuery } from "@/lib/queries/sync-logs"

/** What a run changed, device by device, field before and after. */
export function RunChanges({ run }: { run: SyncLogView }) {
  const changes = useInfiniteQuery(syncChangesQuery(run.id))
  const items = changes.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Panel title="Changes">
      {changes.isPending && (
        <div className="p-4">
          <Skeleton className="h-6" />
        </div>
      )}
      {changes.error !== null && <p className="px-4 py-3 text-bad">{changes.error.message}</p>}
      {changes.isSuccess && items.length === 0 && <p className="px-4 py-3 text-ink-soft">{noChanges(run)}</p>}
      {items.length > 0 && <ChangesTable items={items} />}
      {changes.hasNextPage && (
        <div className="border-line border-t p-2 text-center">
          <Button size="sm" busy={changes.isFetchingNextPage} onClick={() => void changes.fetchNextPage()}>
            Load more
          </Button>
        </div>
      )}
    </Panel>
  )
}

const noChanges = (run: SyncLogView): string =>
  isRunning(run.status) ? "Nothing has been changed yet." : "This run changed no device."

function ChangesTable({ items }: { items: SyncChangeView[] }) {
  return (
    <Table label="Changes of this run">
      <thead>
        <tr>
          <HeadCell>Device</HeadCell>
          <HeadCell>Change</HeadCell>
          <HeadCell>Fields</HeadCell>
        </tr>
      </thead>
      <tbody>
        {items.map((change) => (
          <Row key={change.id}>
            <Cell className="min-w-40 max-w-64">
              <Link
                href={`/devices/${change.deviceId}`}
                className="line-clamp-2 font-medium wrap-anywhere underline decoration-line-strong underline-offset-2 hover:decoration-ink"
              >
                {change.deviceName ?? change.serialNumber ?? "Unnamed device"}
              </Link>
              {change.serialNumber !== null && (
                <span className="block font-mono text-ink-faint text-xs wrap-anywhere">
                  {change.serialNumber}
                </span>
              )}
            </Cell>
            <Cell>
              <ChangeBadge kind={change.kind} />
            </Cell>
            <Cell className="min-w-64">
              <FieldChanges kind={change.kind} fields={change.fields} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
