import { formatNumber } from "@/components/ui/format-number"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import type { CircuitAggregateView } from "@/lib/domain/circuit-view"
import { formatDay } from "@/lib/domain/format-time"
import { PermissionCounts } from "./permission-counts"

/** The sums of planned units whenever they moved, newest first. */
export function EarlierSums({ sums }: { sums: CircuitAggregateView[] }) {
  return (
    <details className="border-line border-t">
      <summary className="cursor-pointer px-4 py-2 text-ink-soft">
        {sums.length === 1 ? "Moved once" : `Moved ${sums.length} times`}
      </summary>
      <Table label="Sums of planned units" className="min-w-[36rem]">
        <thead>
          <tr>
            <HeadCell>Day</HeadCell>
            <HeadCell>Units</HeadCell>
            <HeadCell>Line (ft)</HeadCell>
            <HeadCell>Acres</HeadCell>
            <HeadCell>Trees</HeadCell>
            <HeadCell>Approved, refused, pending</HeadCell>
          </tr>
        </thead>
        <tbody>
          {sums.map((row) => (
            <Row key={row.date}>
              <Cell className="whitespace-nowrap tabular-nums">{formatDay(row.date)}</Cell>
              <Cell className="tabular-nums">{formatNumber(row.totalUnits)}</Cell>
              <Cell className="tabular-nums">{formatNumber(Math.round(row.totalLinearFt))}</Cell>
              <Cell className="tabular-nums">{formatNumber(Math.round(row.totalAcres * 100) / 100)}</Cell>
              <Cell className="tabular-nums">{formatNumber(row.totalTrees)}</Cell>
              <Cell>
                <PermissionCounts {...row} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </details>
  )
}
