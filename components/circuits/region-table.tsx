import { formatNumber } from "@/components/ui/format-number"
import { None } from "@/components/ui/none"
import { Panel } from "@/components/ui/panel"
import { Sparkline } from "@/components/ui/sparkline"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import { formatDay } from "@/lib/domain/format-time"
import type { RegionDay } from "@/lib/domain/region-day"

/**
 * What the circuits of each region came to on its newest day, and how its miles went in the last days. Regions of several
 * integrations need not have the same newest day.
 */
export function RegionTable({ days }: { days: RegionDay[] }) {
  const last = days.at(-1)?.date
  if (last === undefined) return null
  return (
    <Panel title={`Regions on ${formatDay(last)}`}>
      <Table label="Table of regions" className="is-centred is-stacked md:min-w-[48rem]">
        <thead>
          <tr>
            <HeadCell>Region</HeadCell>
            <HeadCell className="text-right">Open circuits</HeadCell>
            <HeadCell className="text-right">Miles planned</HeadCell>
            <HeadCell className="text-right">Planned on average</HeadCell>
            <HeadCell className="text-right">Units</HeadCell>
            <HeadCell className="text-right">Approved, refused, pending</HeadCell>
          </tr>
        </thead>
        <tbody>
          {newestOf(days).map((day) => (
            <Row key={day.region ?? ""}>
              <Cell className="whitespace-nowrap max-md:basis-full max-md:font-medium">
                {day.region ?? <None text="no region" />}
                {day.date !== last && (
                  <span className="block font-normal text-ink-faint text-xs">on {formatDay(day.date)}</span>
                )}
              </Cell>
              <Cell label="Open circuits" className={number}>
                {formatNumber(day.circuits)}
              </Cell>
              <Cell label="Miles planned" className={number}>
                <span className="flex items-center justify-end gap-3">
                  <Course values={milesOf(days, day.region)} />
                  <span className="md:min-w-10">{formatNumber(Math.round(day.milesPlanned))}</span>
                </span>
              </Cell>
              <Cell label="Planned on average" className={number}>
                {day.percentComplete === null ? <None /> : `${Math.round(day.percentComplete)} %`}
              </Cell>
              <Cell label="Units" className={number}>
                {day.totalUnits === null ? <None text="unknown" /> : formatNumber(day.totalUnits)}
              </Cell>
              <Cell label="Approved, refused, pending" className={number}>
                {day.totalUnits === null ? (
                  <None text="unknown" />
                ) : (
                  `${day.unitsApproved}, ${day.unitsRefused}, ${day.unitsPending}`
                )}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}

const number = "text-right tabular-nums"

/** A line, once there is more than one day to draw it through. */
const Course = ({ values }: { values: number[] }) =>
  values.length > 1 && <Sparkline values={values} className="h-5 w-16" />

/** Each region by its newest day, in order of their names; those of no region come last. */
function newestOf(days: RegionDay[]): RegionDay[] {
  const newest = new Map(days.map((day) => [day.region, day]))
  return [...newest.values()].toSorted(
    (a, b) =>
      Number(a.region === null) - Number(b.region === null) || (a.region ?? "").localeCompare(b.region ?? ""),
  )
}

const milesOf = (days: RegionDay[], region: string | null): number[] =>
  days.filter((day) => day.region === region).map(({ milesPlanned }) => milesPlanned)
