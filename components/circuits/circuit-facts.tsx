"use client"
import Link from "next/link"
import { CopyableId } from "@/components/ui/copyable-id"
import { ExactTime } from "@/components/ui/exact-time"
import { Fact, Facts } from "@/components/ui/facts"
import { count, formatNumber } from "@/components/ui/format-number"
import { None } from "@/components/ui/none"
import { Panel } from "@/components/ui/panel"
import type { CircuitDetail, EditableField } from "@/lib/domain/circuit-view"
import { formatDay } from "@/lib/domain/format-time"
import type { UpdateCircuit } from "./circuit-actions"
import { orderOf, percentOf, titleOf } from "./circuit-wording"
import { EditedMark } from "./edited-mark"

type Props = { circuit: CircuitDetail; update: UpdateCircuit; mayEdit: boolean }

/** What is held of a circuit; where people said otherwise than WorkStudio, that is told. */
export function CircuitFacts({ circuit, update, mayEdit }: Props) {
  const edited = (field: EditableField) => (
    <EditedMark circuit={circuit} field={field} update={update} mayEdit={mayEdit} />
  )
  return (
    <Panel title="Circuit">
      <Facts>
        <Fact name="Work order">
          <span className="tabular-nums">{orderOf(circuit)}</span>
          <Family circuit={circuit} />
        </Fact>
        <Fact name="Region">
          {circuit.region ?? <None />} {edited("region")}
        </Fact>
        <Fact name="Contractor">
          {circuit.contractor ?? <None />} {edited("contractor")}
        </Fact>
        <Fact name="Cycle type">
          {circuit.cycleType ?? <None />} {edited("cycleType")}
        </Fact>
        <Fact name="Job type">{circuit.jobType ?? <None />}</Fact>
        <Fact name="Miles">
          {figure(circuit.totalMiles, "mi")} {edited("totalMiles")}
        </Fact>
        <Fact name="Miles planned">
          {figure(circuit.milesPlanned, "mi")} {edited("milesPlanned")}
        </Fact>
        <Fact name="Planned">
          {percentOf(circuit.percentComplete) ?? <None />} {edited("percentComplete")}
        </Fact>
        <Fact name="Acres">
          {circuit.totalAcres === null ? <None /> : count(circuit.totalAcres, "acre")} {edited("totalAcres")}
        </Fact>
        <Fact name="Start">
          {circuit.startDate === null ? <None /> : formatDay(circuit.startDate)} {edited("startDate")}
        </Fact>
        <Fact name="Notes">
          {circuit.notes === null ? (
            <None text="none" />
          ) : (
            <span className="whitespace-pre-wrap">{circuit.notes}</span>
          )}
        </Fact>
        <Fact name="Changed in WorkStudio">
          {circuit.apiModifiedAt === null ? <None /> : <ExactTime at={circuit.apiModifiedAt} />}
        </Fact>
        <Fact name="Source">{circuit.integrationName}</Fact>
        <Fact name="Job GUID">
          <CopyableId id={circuit.jobGuid} label="Job GUID" />
        </Fact>
      </Facts>
    </Panel>
  )
}

const figure = (value: number | null, unit: string) =>
  value === null ? <None /> : `${formatNumber(value)} ${unit}`

/** The whole that this is a part of, or the parts that this was split into. */
function Family({ circuit: { parent, children } }: { circuit: CircuitDetail }) {
  const relatives = parent === null ? children : [parent]
  if (relatives.length === 0) return null
  return (
    <span className="ml-2 text-ink-soft">
      {parent === null ? "split into " : "part of "}
      {relatives.map(({ id, extension, title }) => (
        <Link key={id} href={`/circuits/${id}`} className="mr-2 underline underline-offset-2 hover:text-ink">
          {parent === null ? extension : titleOf({ title, workOrder: extension, extension: "@" })}
        </Link>
      ))}
    </span>
  )
}
