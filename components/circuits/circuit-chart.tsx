"use client"
import { useQuery } from "@tanstack/react-query"
import { Panel } from "@/components/ui/panel"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import type { CircuitSnapshotView } from "@/lib/domain/circuit-view"
import { circuitSnapshotsQuery } from "@/lib/queries/circuits"
import { statusName } from "./circuit-wording"
import { linePath } from "./line-path"

/** Miles planned, per cent and units of a circuit over its daily snapshots. */
export function CircuitChart({ id }: { id: string }) {
  const { data, error } = useQuery(circuitSnapshotsQuery(id))
  const daily = (data?.items ?? []).filter(({ type }) => type === "daily").reverse()
  return (
    <Panel title="From day to day">
      {error !== null && <p className="px-4 py-3 text-bad">{error.message}</p>}
      {data !== undefined && daily.length === 0 && (
        <p className="px-4 py-3 text-ink-soft">
          The first snapshot is taken after the next sync or at 05:00.
        </p>
      )}
      {daily.length > 0 && (
        <>
          <div className="grid gap-4 p-4 sm:grid-cols-3">
            <Line name="Miles planned" values={daily.map(({ milesPlanned }) => milesPlanned)} unit=" mi" />
            <Line name="Planned" values={daily.map(({ percentComplete }) => percentComplete)} unit=" %" />
            <Line name="Units" values={daily.map(({ totalUnits }) => totalUnits)} unit="" />
          </div>
          <SnapshotTable snapshots={data?.items ?? []} />
        </>
      )}
    </Panel>
  )
}

const size = { width: 160, height: 48 }

/** One figure as a line, with its last value in words; gaps where nobody knew. */
function Line({ name, values, unit }: { name: string; values: (number | null)[]; unit: string }) {
  const last = values.findLast((value) => value !== null)
  const words = last === undefined || last === null ? "unknown" : `${last}${unit}`
  return (
    <figure>
      <figcaption className="flex justify-between gap-2">
        <span className="text-ink-faint">{name}</span>
        <span className="font-medium tabular-nums">{words}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={`${name} over ${values.length} days, last ${words}`}
        className="mt-1 h-12 w-full"
        preserveAspectRatio="none"
      >
        <path
          d={linePath(values, size)}
          fill="none"
          className="stroke-accent"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
          strokeLinecap="round"
        />
      </svg>
    </figure>
  )
}

function SnapshotTable({ snapshots }: { snapshots: CircuitSnapshotView[] }) {
  return (
    <details className="border-line border-t">
      <summary className="cursor-pointer px-4 py-2 text-ink-soft">
        {snapshots.length === 1 ? "One snapshot" : `${snapshots.length} snapshots`}
      </summary>
      <Table label="Snapshots" className="min-w-[30rem]">
        <thead>
          <tr>
            <HeadCell>Day</HeadCell>
            <HeadCell>Taken</HeadCell>
            <HeadCell>Status</HeadCell>
            <HeadCell>Miles</HeadCell>
            <HeadCell>Planned</HeadCell>
            <HeadCell>Units</HeadCell>
          </tr>
        </thead>
        <tbody>
          {snapshots.map((snapshot) => (
            <Row key={`${snapshot.date}${snapshot.type}`}>
              <Cell className="tabular-nums">{snapshot.date}</Cell>
              <Cell>{typeNames[snapshot.type]}</Cell>
              <Cell>{snapshot.notes ?? statusName(snapshot.apiStatus)}</Cell>
              <Cell className="tabular-nums">{snapshot.milesPlanned ?? "unknown"}</Cell>
              <Cell className="tabular-nums">
                {snapshot.percentComplete === null ? "unknown" : `${snapshot.percentComplete} %`}
              </Cell>
              <Cell className="tabular-nums">{snapshot.totalUnits ?? "unknown"}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </details>
  )
}

const typeNames = { daily: "Daily", status_change: "Status changed", manual: "By hand" }
