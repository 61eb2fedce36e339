"use client"
import { useQuery } from "@tanstack/react-query"
import { ChangeHistory } from "@/components/inventory/change-history"
import { Badge } from "@/components/ui/badge"
import { PageHeading } from "@/components/ui/page-heading"
import type { CircuitAggregateView, CircuitDetail, CircuitSnapshotView } from "@/lib/domain/circuit-view"
import type { InventoryChangeView } from "@/lib/domain/inventory-change"
import type { Listing } from "@/lib/domain/listing"
import { circuitQueryOf } from "@/lib/queries/circuits"
import type { ChangePlanners, RequestUnits, UpdateCircuit } from "./circuit-actions"
import { CircuitChart } from "./circuit-chart"
import { CircuitFacts } from "./circuit-facts"
import { CircuitPlanners, type Members } from "./circuit-planners"
import { CircuitUnits } from "./circuit-units"
import { statusName, statusTone, titleOf } from "./circuit-wording"
import { EditCircuit } from "./edit-circuit"
import { EditedMark } from "./edited-mark"
import { StageSelect } from "./stage-select"
import { useLive } from "./use-live"

type Props = {
  initial: CircuitDetail
  history: Listing<InventoryChangeView>
  snapshots: CircuitSnapshotView[]
  aggregates: CircuitAggregateView[]
  update: UpdateCircuit
  request: RequestUnits
  members: Members
  changePlanners: ChangePlanners
  mayEdit: boolean
}

/** Everything about one circuit. */
export function CircuitPage({ initial, history, snapshots, aggregates, ...rest }: Props) {
  const { update, request, members, changePlanners, mayEdit } = rest
  const { data: circuit } = useQuery({ ...circuitQueryOf(initial.id), initialData: initial })
  useLive(`circuit.${initial.id}`, "circuits")
  const shared = { circuit, update, mayEdit }
  return (
    <>
      <PageHeading
        back={{ href: "/circuits", label: "Circuits" }}
        title={titleOf(circuit)}
        lead={
          <span className="flex flex-wrap items-center gap-2">
            <Badge tone={statusTone(circuit.apiStatus)}>{statusName(circuit.apiStatus)}</Badge>
            in WorkStudio
            <EditedMark circuit={circuit} field="title" update={update} mayEdit={mayEdit} />
          </span>
        }
        actions={
          <>
            <span className="flex items-center gap-2 max-sm:w-full max-sm:flex-col max-sm:items-stretch max-sm:gap-1">
              <span className="text-ink-soft">Workflow stage</span>
              <StageSelect {...shared} />
            </span>
            {mayEdit && <EditCircuit circuit={circuit} update={update} />}
          </>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="min-w-0 space-y-4">
          <CircuitChart id={circuit.id} initial={snapshots} />
          <CircuitUnits circuit={circuit} initial={aggregates} request={request} mayEdit={mayEdit} />
          <CircuitPlanners circuit={circuit} members={members} change={changePlanners} mayEdit={mayEdit} />
        </div>
        <div className="min-w-0 space-y-4">
          <CircuitFacts {...shared} />
          <ChangeHistory noun="circuit" id={circuit.id} initial={history} />
        </div>
      </div>
    </>
  )
}
