"use client"
import { BarChart, type ChartProps } from "./bar-chart"
import { formatNumber } from "./format-number"
import { Cell, HeadCell, Row, Table } from "./table"
import { Tabs } from "./tabs"

type Props = ChartProps & {
  /** The name of what the bars stand at: `Day`. */
  place: string
}

/** A chart and the same figures as a table, for whoever reads those better. */
export function ChartWithTable({ place, ...chart }: Props) {
  return (
    <Tabs
      label="Show as"
      tabs={[
        { id: "chart", label: "Chart", content: <BarChart {...chart} /> },
        { id: "table", label: "Table", content: <Figures place={place} {...chart} /> },
      ]}
    />
  )
}

function Figures({ place, summary, series, bars }: Props) {
  return (
    <Table label={summary}>
      <thead>
        <tr>
          <HeadCell>{place}</HeadCell>
          {series.map(({ key, name }) => (
            <HeadCell key={key} className="text-right">
              {name}
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, values }) => (
          <Row key={label}>
            <Cell>{label}</Cell>
            {series.map(({ key }) => (
              <Cell key={key} className="text-right tabular-nums">
                {formatNumber(values[key] ?? 0)}
              </Cell>
            ))}
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
