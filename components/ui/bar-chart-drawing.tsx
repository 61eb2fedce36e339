"use client"
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts"
import type { ChartProps } from "./bar-chart"
import { formatNumber } from "./format-number"

const tick = { fill: "var(--ink-faint)", fontSize: 11 }

/** The bars themselves. Names and figures of a place show beside the pointer, and with the arrow keys. */
export default function BarChartDrawing({ series, bars }: ChartProps) {
  const rows = bars.map(({ label, values }) => ({ label, ...values }))
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={rows} margin={{ top: 4, right: 0, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="label"
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: "var(--line)" }}
          minTickGap={12}
        />
        <YAxis
          tick={tick}
          tickLine={false}
          axisLine={false}
          width={44}
          allowDecimals={false}
          tickFormatter={formatNumber}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--sunken)" }}
          contentStyle={{
            background: "var(--raised)",
            border: "1px solid var(--line)",
            borderRadius: 6,
            fontSize: 12,
          }}
          labelStyle={{ color: "var(--ink)" }}
          itemStyle={{ color: "var(--ink-soft)" }}
        />
        {series.map(({ key, name, tone }) => (
          <Bar
            key={key}
            dataKey={key}
            name={name}
            stackId="all"
            fill={`var(--${tone})`}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  )
}
