import { ChartWithTable } from "@/components/ui/chart-with-table"
import { count } from "@/components/ui/format-number"
import { Panel } from "@/components/ui/panel"

/** What syncs changed on a day, `2026-11-22` in UTC. */
type Day = { day: string; created: number; updated: number; removed: number }

const dayName = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" })

/** How much the fleet moved of late, day by day. */
export function ChangesByDay({ days }: { days: Day[] }) {
  const total = days.reduce((sum, { created, updated, removed }) => sum + created + updated + removed, 0)
  return (
    <Panel title={`Changes in the last ${days.length} days`}>
      {total === 0 ? (
        <p className="px-4 py-3 text-ink-soft">No sync has changed a device in this time.</p>
      ) : (
        <ChartWithTable
          summary={`Changes by day (UTC), ${count(total, "change")} in all`}
          place="Day (UTC)"
          series={[
            { key: "created", name: "Created", tone: "good" },
            { key: "updated", name: "Updated", tone: "live" },
            { key: "removed", name: "Removed", tone: "bad" },
          ]}
          bars={days.map(({ day, ...values }) => ({ label: dayName.format(new Date(day)), values }))}
        />
      )}
    </Panel>
  )
}
