import { count, formatNumber } from "@/components/ui/format-number"
import { None } from "@/components/ui/none"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import type { CircuitSnapshotView } from "@/lib/domain/circuit-view"
import { formatDay } from "@/lib/domain/format-time"
import { percentOf, statusName } from "./circuit-wording"

const number = "text-right tabular-nums"

/** The days behind the lines, in figures. */
export function SnapshotTable({ snapshots }: { snapshots: CircuitSnapshotView[] }) {
  return (
    <details className="border-line border-t">
      <summary className="cursor-pointer px-4 py-2 text-ink-soft">
        {count(snapshots.length, "snapshot")}
      </summary>
      <Table label="Snapshots" className="min-w-[30rem]">
        <thead>
          <tr>
            <HeadCell>Day</HeadCell>
            <HeadCell>Taken</HeadCell>
            <HeadCell>Status</HeadCell>
            <HeadCell className="text-right">Miles</HeadCell>
            <HeadCell className="text-right">Planned</HeadCell>
            <HeadCell className="text-right">Units</HeadCell>
          </tr>
        </thead>
        <tbody>
          {snapshots.map((snapshot) => (
            <Row key={`${snapshot.date}${snapshot.type}`}>
              <Cell className="whitespace-nowrap tabular-nums">{formatDay(snapshot.date)}</Cell>
              <Cell>{typeNames[snapshot.type]}</Cell>
              <Cell>{snapshot.notes ?? statusName(snapshot.apiStatus)}</Cell>
              <Figure value={snapshot.milesPlanned} />
              <Cell className={number}>{percentOf(snapshot.percentComplete) ?? unknown}</Cell>
              <Figure value={snapshot.totalUnits} />
            </Row>
          ))}
        </tbody>
      </Table>
    </details>
  )
}

const unknown = <None text="unknown" />

function Figure({ value }: { value: number | null }) {
  return <Cell className={number}>{value === null ? unknown : formatNumber(value)}</Cell>
}

const typeNames = { daily: "Daily", status_change: "Status changed" }
