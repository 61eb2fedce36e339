"use client"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import Link from "next/link"
import { useAction } from "@/components/actions/use-action"
import { Button } from "@/components/ui/button"
import { ErrorState } from "@/components/ui/error-state"
import { ExactTime } from "@/components/ui/exact-time"
import { Fact, Facts } from "@/components/ui/facts"
import { count, formatNumber } from "@/components/ui/format-number"
import { None } from "@/components/ui/none"
import { Panel } from "@/components/ui/panel"
import type { CircuitAggregateView, CircuitDetail } from "@/lib/domain/circuit-view"
import { formatDay } from "@/lib/domain/format-time"
import { circuitAggregatesQuery } from "@/lib/queries/circuits"
import type { RequestUnits } from "./circuit-actions"
import { EarlierSums } from "./earlier-sums"

type Props = {
  circuit: CircuitDetail
  initial: CircuitAggregateView[]
  request: RequestUnits
  mayEdit: boolean
}

/** What the planned units of a circuit add up to, and when that last moved. */
export function CircuitUnits({ circuit, initial, request, mayEdit }: Props) {
  const { data, error, refetch } = useQuery({
    ...circuitAggregatesQuery(circuit.id),
    initialData: { items: initial },
  })
  const [latest] = data.items
  return (
    <Panel title="Planned units" aside={mayEdit && <ReadUnits circuit={circuit} request={request} />}>
      {error !== null && (
        <ErrorState title="This may be out of date" error={error} retry={() => void refetch()} />
      )}
      {circuit.unitsFailedRunId !== null && !circuit.unitsWanted && (
        <p className="border-line border-b px-4 py-2 text-warn">
          They were asked for and could not be read.{" "}
          <Link href={`/syncs/${circuit.unitsFailedRunId}`} className="underline underline-offset-2">
            See why
          </Link>
        </p>
      )}
      {latest === undefined ? <Unknown circuit={circuit} /> : <Sums sums={latest} />}
      {latest !== undefined && <EarlierSums sums={data.items} />}
    </Panel>
  )
}

function Unknown({ circuit: { unitsAskedAt, unitsWanted } }: { circuit: CircuitDetail }) {
  if (unitsWanted) return <p className="px-4 py-3 text-ink-soft">They are being read now.</p>
  return (
    <p className="px-4 py-3 text-ink-soft">
      Unknown, which is not the same as none.{" "}
      {unitsAskedAt === null ? (
        "WorkStudio has not told of them yet."
      ) : (
        <>
          WorkStudio listed none when it was asked on <ExactTime at={unitsAskedAt} />.
        </>
      )}
    </p>
  )
}

function Sums({ sums }: { sums: CircuitAggregateView }) {
  return (
    <>
      <Facts>
        <Fact name="Units">{formatNumber(sums.totalUnits)}</Fact>
        <Fact name="Line">{formatNumber(Math.round(sums.totalLinearFt))} ft</Fact>
        <Fact name="Area">{count(Math.round(sums.totalAcres * 10) / 10, "acre")}</Fact>
        <Fact name="Trees">{formatNumber(sums.totalTrees)}</Fact>
        <Fact name="Permissions">
          <Tally counts={sums.permissionCounts} />
        </Fact>
        <Fact name="By type">
          <Tally counts={sums.unitCountsByType} />
        </Fact>
        <Fact name="By planner">
          <Tally
            counts={Object.fromEntries(
              Object.entries(sums.plannerDistribution).map(([name, { unitCount }]) => [name, unitCount]),
            )}
          />
        </Fact>
      </Facts>
      {sums.unknownTypes.length > 0 && (
        <p className="border-line border-t px-4 py-2 text-warn">
          Not in the unit table, so counted and not measured: {sums.unknownTypes.join(", ")}
        </p>
      )}
      <p className="border-line border-t px-4 py-2 text-ink-faint text-xs">
        They moved last on {formatDay(sums.date)}.
      </p>
    </>
  )
}

/** Counts by name, the largest first. */
function Tally({ counts }: { counts: Record<string, number> }) {
  const entries = Object.entries(counts).sort(([, a], [, b]) => b - a)
  if (entries.length === 0) return <None text="none" />
  return (
    <span className="flex flex-wrap gap-x-3">
      {entries.map(([name, units]) => (
        <span key={name} className="wrap-anywhere">
          {name} <span className="text-ink-faint tabular-nums">{formatNumber(units)}</span>
        </span>
      ))}
    </span>
  )
}

/** Asks WorkStudio for the planned units now. */
function ReadUnits({ circuit, request }: Pick<Props, "circuit" | "request">) {
  const cache = useQueryClient()
  const asking = useAction({
    act: () => request({ id: circuit.id }),
    onAnswer: () => cache.invalidateQueries({ queryKey: ["circuits", "one", circuit.id] }),
    toldAs: "The units are not read",
  })
  return (
    <Button size="sm" busy={asking.isPending || circuit.unitsWanted} onClick={() => asking.run()}>
      Read now
    </Button>
  )
}
