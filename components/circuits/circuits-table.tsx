"use client"
import { Pin } from "lucide-react"
import Link from "next/link"
import { Badge } from "@/components/ui/badge"
import { formatNumber } from "@/components/ui/format-number"
import { None } from "@/components/ui/none"
import { SortHead } from "@/components/ui/sort-head"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import type { CircuitSort } from "@/lib/domain/circuit-query"
import type { CircuitView } from "@/lib/domain/circuit-view"
import type { UpdateCircuit } from "./circuit-actions"
import { sortFrom } from "./circuit-address"
import { CircuitProgress } from "./circuit-progress"
import { orderOf, statusName, statusTone, titleOf } from "./circuit-wording"
import { StageSelect } from "./stage-select"

type Props = {
  circuits: CircuitView[]
  sort: CircuitSort
  onSort: (sort: CircuitSort) => void
  update: UpdateCircuit
  mayEdit: boolean
}

/** One page of circuits; on a phone the table scrolls within itself and keeps the title in sight. */
export function CircuitsTable({ circuits, sort, onSort, update, mayEdit }: Props) {
  const head = (column: CircuitSort, label: string, className = "") => (
    <SortHead column={column} sort={sort} onSort={(wanted) => onSort(sortFrom(wanted))} className={className}>
      {label}
    </SortHead>
  )
  return (
    <Table label="Table of circuits" className="is-centred is-tight min-w-[60rem]">
      <thead>
        <tr>
          {head("title", "Circuit", `rounded-tl-lg bg-sunken ${pinned}`)}
          {head("workOrder", "Work order")}
          <HeadCell>Status</HeadCell>
          {head("region", "Region")}
          <HeadCell>Planner</HeadCell>
          {head("percentComplete", "Planned")}
          <HeadCell className="text-right">Approved</HeadCell>
          <HeadCell className="rounded-tr-lg">Workflow stage</HeadCell>
        </tr>
      </thead>
      <tbody>
        {circuits.map((circuit) => (
          <CircuitRow key={circuit.id} circuit={circuit} update={update} mayEdit={mayEdit} />
        ))}
      </tbody>
    </Table>
  )
}

const pinned = "sticky left-0 z-10 max-xl:border-line max-xl:border-r"

function CircuitRow({
  circuit,
  update,
  mayEdit,
}: { circuit: CircuitView } & Pick<Props, "update" | "mayEdit">) {
  return (
    <Row>
      <Cell className={`w-64 max-w-64 bg-surface max-sm:w-44 max-sm:max-w-44 ${pinned}`}>
        <span className="flex items-center gap-1.5">
          {circuit.isPinned && <Pin aria-label="Pinned" className="size-3.5 shrink-0 text-accent" />}
          <Link href={`/circuits/${circuit.id}`} title={titleOf(circuit)} className="name-in-table">
            {titleOf(circuit)}
          </Link>
          {circuit.isHidden && <Badge tone="quiet">Hidden</Badge>}
        </span>
      </Cell>
      <Cell className="whitespace-nowrap tabular-nums">{orderOf(circuit)}</Cell>
      <Cell>
        <Badge tone={statusTone(circuit.apiStatus)}>{statusName(circuit.apiStatus)}</Badge>
      </Cell>
      <Cell className="max-w-36 truncate">{circuit.region ?? <None />}</Cell>
      <Cell className="max-w-40">
        <Planners circuit={circuit} />
      </Cell>
      <Cell className="w-40">
        <CircuitProgress circuit={circuit} />
      </Cell>
      <Cell className="whitespace-nowrap text-right tabular-nums">
        <Permissions circuit={circuit} />
      </Cell>
      <Cell>
        <StageSelect circuit={circuit} update={update} mayEdit={mayEdit} className="w-46" />
      </Cell>
    </Row>
  )
}

/** Who plans it; a name that no member has is shown as WorkStudio says it. */
function Planners({ circuit: { planners, takenBy } }: { circuit: CircuitView }) {
  if (planners.length > 0) {
    const names = planners.map(({ name }) => name).join(", ")
    return (
      <span className="block truncate" title={names}>
        {names}
      </span>
    )
  }
  if (takenBy === null) return <None text="nobody" />
  return (
    <span className="block truncate text-ink-soft" title={`${takenBy}, not linked to a member`}>
      {userOf(takenBy)}
    </span>
  )
}

/** `kolsen` of `NORTHCUT\\kolsen`; the whole stands in the title. */
const userOf = (takenBy: string): string => takenBy.split("\\").at(-1) ?? takenBy

function Permissions({ circuit: { units } }: { circuit: CircuitView }) {
  if (units === null) return <None text="unknown" />
  return (
    <span
      title={`${units.unitsApproved} approved, ${units.unitsRefused} refused, ${units.unitsPending} pending`}
    >
      {formatNumber(units.unitsApproved)} of {formatNumber(units.totalUnits)}
    </span>
  )
}
