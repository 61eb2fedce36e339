"use client"
import { useQueryClient } from "@tanstack/react-query"
import Link from "next/link"
import { useState } from "react"
import { useAction } from "@/components/actions/use-action"
import { Button } from "@/components/ui/button"
import { formatNumber } from "@/components/ui/format-number"
import { Input } from "@/components/ui/input"
import { None } from "@/components/ui/none"
import { Panel } from "@/components/ui/panel"
import { Sparkline } from "@/components/ui/sparkline"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import { toast } from "@/components/ui/toast"
import type { ActionResult } from "@/lib/domain/action-result"
import type { PlannerLinked, PlannerView } from "@/lib/domain/planner"
import type { PlannerDay } from "@/lib/domain/region-day"
import { PermissionCounts } from "./permission-counts"

type Rename = (input: { userId: string; wsUsername: string | null }) => Promise<ActionResult<PlannerLinked>>
type Props = { planners: PlannerView[]; days: PlannerDay[]; rename: Rename; isAdmin: boolean }

/** The members with their names in WorkStudio, what they plan that is not closed, and how its miles went in the last days. */
export function PlannersTable({ planners, days, rename, isAdmin }: Props) {
  return (
    <Panel title="Members">
      <Table label="Table of planners" className="is-centred is-stacked md:min-w-[60rem]">
        <thead>
          <tr>
            <HeadCell>Member</HeadCell>
            <HeadCell>Name in WorkStudio</HeadCell>
            <HeadCell className="text-right">Open circuits</HeadCell>
            <HeadCell className="text-right">Miles planned</HeadCell>
            <HeadCell className="text-right">Units</HeadCell>
            <HeadCell className="text-right">Approved, refused, pending</HeadCell>
          </tr>
        </thead>
        <tbody>
          {planners.map((planner) => (
            <Row key={planner.userId}>
              <Cell className="max-md:basis-full">
                {planner.name}
                <span className="block text-ink-faint text-xs wrap-anywhere">{planner.email}</span>
              </Cell>
              <Cell className="max-md:basis-full">
                {isAdmin ? (
                  // Anew when the name changes elsewhere, as when one is linked above
                  <NameField key={planner.wsUsername} planner={planner} rename={rename} />
                ) : (
                  (planner.wsUsername ?? <None />)
                )}
              </Cell>
              <Cell label="Open circuits" className="text-right tabular-nums">
                <Link
                  href={`/circuits?planner=${planner.userId}`}
                  className="underline underline-offset-2 hover:text-ink"
                >
                  {formatNumber(planner.circuits)}
                </Link>
              </Cell>
              <Cell label="Miles planned" className="text-right tabular-nums">
                <span className="flex items-center justify-end gap-3 whitespace-nowrap">
                  <Sparkline values={milesOf(days, planner.userId)} className="h-5 w-16" />
                  {formatNumber(Math.round(planner.milesPlanned))} of{" "}
                  {formatNumber(Math.round(planner.miles))}
                </span>
              </Cell>
              <Cell label="Units" className="text-right tabular-nums">
                {planner.totalUnits === null ? <None text="unknown" /> : formatNumber(planner.totalUnits)}
              </Cell>
              <Cell label="Approved, refused, pending" className="text-right">
                <PermissionCounts {...planner} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}

const milesOf = (days: PlannerDay[], userId: string): number[] =>
  days.filter((day) => day.userId === userId).map(({ milesPlanned }) => milesPlanned)

function NameField({ planner, rename }: { planner: PlannerView; rename: Rename }) {
  const [name, setName] = useState(planner.wsUsername ?? "")
  const cache = useQueryClient()
  const saving = useAction({
    act: () => rename({ userId: planner.userId, wsUsername: name.trim() === "" ? null : name.trim() }),
    onDone: () => {
      toast("The name was saved")
      return cache.invalidateQueries({ queryKey: ["circuits"] })
    },
    toldAs: "The name was not saved",
  })
  return (
    <form
      className="flex gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        saving.run()
      }}
    >
      <Input
        aria-label={`Name of ${planner.name} in WorkStudio`}
        placeholder="DOMAIN\user"
        value={name}
        spellCheck={false}
        onChange={(event) => setName(event.target.value)}
        className="w-48 max-md:flex-1"
      />
      {name.trim() !== (planner.wsUsername ?? "") && (
        <Button type="submit" busy={saving.isPending}>
          Save
        </Button>
      )}
    </form>
  )
}
