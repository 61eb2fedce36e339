"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useAction } from "@/components/actions/use-action"
import { Button } from "@/components/ui/button"
import { count, formatNumber } from "@/components/ui/format-number"
import { Panel } from "@/components/ui/panel"
import { RelativeTime } from "@/components/ui/relative-time"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import { toast } from "@/components/ui/toast"
import type { ActionResult } from "@/lib/domain/action-result"
import type { PlannerLinked, UnlinkedPlannerView } from "@/lib/domain/planner"

type Unlink = (input: { plannerId: string }) => Promise<ActionResult<PlannerLinked>>
type Props = { names: UnlinkedPlannerView[]; unlink: Unlink; isAdmin: boolean }

/** Names in WorkStudio that were nobody's once and have a member now; an admin can take them away again. */
export function LinkedNames({ names, unlink, isAdmin }: Props) {
  const linked = names.flatMap((name) => (name.linkedTo === null ? [] : [{ ...name, member: name.linkedTo }]))
  if (linked.length === 0) return null
  return (
    <Panel title="Names that were linked">
      <Table label="Table of linked names" className="is-centred is-stacked md:min-w-[36rem]">
        <thead>
          <tr>
            <HeadCell>Name in WorkStudio</HeadCell>
            <HeadCell>Member</HeadCell>
            <HeadCell className="text-right">Circuits when last met</HeadCell>
            <HeadCell>Linked</HeadCell>
            {isAdmin && (
              <HeadCell>
                <span className="sr-only">What to do</span>
              </HeadCell>
            )}
          </tr>
        </thead>
        <tbody>
          {linked.map((name) => (
            <Row key={name.id}>
              <Cell className="max-md:basis-full max-md:font-medium wrap-anywhere">{name.wsUsername}</Cell>
              <Cell label="Member">{name.member.name}</Cell>
              <Cell label="Circuits when last met" className="text-right tabular-nums">
                {formatNumber(name.circuitCount)}
              </Cell>
              <Cell label="Linked">
                {name.linkedAt === null ? "by the name above" : <RelativeTime at={name.linkedAt} />}
              </Cell>
              {isAdmin && (
                <Cell className="text-right max-md:ml-auto">
                  <UnlinkName name={name} unlink={unlink} />
                </Cell>
              )}
            </Row>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}

function UnlinkName({ name, unlink }: { name: UnlinkedPlannerView; unlink: Unlink }) {
  const cache = useQueryClient()
  const unlinking = useAction({
    act: () => unlink({ plannerId: name.id }),
    onDone: ({ circuits }) => {
      toast(`${name.wsUsername} is unlinked, from ${count(circuits, "circuit")}`)
      return cache.invalidateQueries({ queryKey: ["circuits"] })
    },
    toldAs: "It was not unlinked",
  })
  return (
    <Button
      size="sm"
      variant="ghost"
      busy={unlinking.isPending}
      aria-label={`Unlink ${name.wsUsername}`}
      onClick={() => unlinking.run()}
    >
      Unlink
    </Button>
  )
}
