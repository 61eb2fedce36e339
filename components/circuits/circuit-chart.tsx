"use client"
import { useQuery } from "@tanstack/react-query"
import { ErrorState } from "@/components/ui/error-state"
import { count, formatNumber } from "@/components/ui/format-number"
import { Panel } from "@/components/ui/panel"
import type { CircuitSnapshotView } from "@/lib/domain/circuit-view"
import { circuitSnapshotsQuery } from "@/lib/queries/circuits"
import { percentOf } from "./circuit-wording"
import { linePath } from "./line-path"
import { SnapshotTable } from "./snapshot-table"

type Props = { id: string; initial: CircuitSnapshotView[] }

/** Miles planned, per cent and units of a circuit over its daily snapshots. */
export function CircuitChart({ id, initial }: Props) {
  const { data, error, refetch } = useQuery({
    ...circuitSnapshotsQuery(id),
    initialData: { items: initial },
  })
  const daily = data.items.filter(({ type }) => type === "daily").reverse()
  return (
    <Panel title="From day to day">
      {error !== null && (
        <ErrorState title="This may be out of date" error={error} retry={() => void refetch()} />
      )}
      {daily.length === 0 && (
        <p className="px-4 py-3 text-ink-soft">
          No snapshot yet. They are taken after each sync and by the schedule, of circuits that are not
          closed.
        </p>
      )}
      {daily.length > 0 && (
        <>
          <div className="grid grid-cols-3 gap-x-6 p-4 max-sm:gap-x-4">
            <Line
              name="Miles"
              values={daily.map(({ milesPlanned }) => milesPlanned)}
              words={(miles) => `${formatNumber(miles)} mi`}
            />
            <Line
              name="Planned"
              values={daily.map(({ percentComplete }) => percentComplete)}
              words={(percent) => percentOf(percent) ?? ""}
            />
            <Line
              name="Units"
              values={daily.map(({ totalUnits }) => totalUnits)}
              words={(units) => formatNumber(units)}
            />
          </div>
          <SnapshotTable snapshots={data.items} />
        </>
      )}
    </Panel>
  )
}

const size = { width: 160, height: 48 }

type LineProps = { name: string; values: (number | null)[]; words: (value: number) => string }

/** One figure as a line, with its last value in words; gaps where nobody knew. */
function Line({ name, values, words }: LineProps) {
  const last = values.findLast((value) => value !== null)
  const isKnown = last !== undefined && last !== null
  const said = isKnown ? words(last) : "not in a snapshot yet"
  return (
    <figure>
      <figcaption>
        <span className="block text-ink-faint">{name}</span>
        <span className={isKnown ? "font-medium tabular-nums" : "text-ink-faint text-xs"}>{said}</span>
      </figcaption>
      {values.length > 1 && isKnown && (
        <svg
          viewBox={`0 0 ${size.width} ${size.height}`}
          role="img"
          aria-label={`${name} over ${count(values.length, "day")}, last ${said}`}
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
      )}
    </figure>
  )
}
