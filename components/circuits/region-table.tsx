import { formatNumber } from "@/components/ui/format-number"
import { None } from "@/components/ui/none"
import { Panel } from "@/components/ui/panel"
import { Sparkline } from "@/components/ui/sparkline"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import type { RegionDay } from "@/lib/domain/region-day"

/** What the circuits of each region come to, and how its miles went in the last days. */
export function RegionTable({ days }: { days: RegionDay[] }) {
  const last = days.at(-1)?.date
  if (last === undefined) return null
  return (
    <Panel title={`Regions on ${last}`}>
      <Table label="Table of regions" className="min-w-[40rem]">
        <thead>
          <tr>
            <HeadCell>Region</HeadCell>
            <HeadCell>Open circuits</HeadCell>
            <HeadCell>Miles planned</HeadCell>
            <HeadCell>Average</HeadCell>
            <HeadCell>Units</HeadCell>
            <HeadCell>Approved, refused, pending</HeadCell>
          </tr>
        </thead>
        <tbody>
          {days
            .filter(({ date }) => date === last)
            .map((day) => (
              <Row key={day.region ?? ""}>
                <Cell>{day.region ?? <None text="no region" />}</Cell>
                <Cell className="tabular-nums">{day.circuits}</Cell>
                <Cell className="tabular-nums">
                  <span className="flex items-center gap-3">
                    {formatNumber(Math.round(day.milesPlanned))}
                    <Sparkline values={milesOf(days, day.region)} className="h-5 w-16" />
                  </span>
                </Cell>
                <Cell className="tabular-nums">
                  {day.percentComplete === null ? <None /> : `${Math.round(day.percentComplete)} %`}
                </Cell>
                <Cell className="tabular-nums">{day.totalUnits ?? <None text="unknown" />}</Cell>
                <Cell className="tabular-nums">
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

const milesOf = (days: RegionDay[], region: string | null): number[] =>
  days.filter((day) => day.region === region).map(({ milesPlanned }) => milesPlanned)
