"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useAction } from "@/components/actions/use-action"
import { Button } from "@/components/ui/button"
import { count, formatNumber } from "@/components/ui/format-number"
import { Panel } from "@/components/ui/panel"
import { RelativeTime } from "@/components/ui/relative-time"
import { Select } from "@/components/ui/select"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import { toast } from "@/components/ui/toast"
import type { ActionResult } from "@/lib/domain/action-result"
import type { PlannerLinked, PlannerView, UnlinkedPlannerView } from "@/lib/domain/planner"

type Link = (input: { plannerId: string; userId: string }) => Promise<ActionResult<PlannerLinked>>
type Props = { unlinked: UnlinkedPlannerView[]; members: PlannerView[]; link: Link; isAdmin: boolean }

/** Names in WorkStudio that no member has; an admin says whose they are. */
export function UnlinkedPlanners({ unlinked, members, link, isAdmin }: Props) {
  if (unlinked.length === 0) return null
  return (
    <Panel title="Names without a member">
      <Table label="Table of unlinked planners" className="is-centred is-stacked md:min-w-[44rem]">
        <thead>
          <tr>
            <HeadCell>Name in WorkStudio</HeadCell>
            <HeadCell className="text-right">Circuits</HeadCell>
            <HeadCell>First seen</HeadCell>
            <HeadCell>Last seen</HeadCell>
            <HeadCell className="w-72">Member</HeadCell>
          </tr>
        </thead>
        <tbody>
          {unlinked.map((planner) => (
            <Row key={planner.id}>
              <Cell className="max-md:basis-full max-md:font-medium wrap-anywhere">{planner.wsUsername}</Cell>
              <Cell label="Circuits" className="text-right tabular-nums">
                {formatNumber(planner.circuitCount)}
              </Cell>
              <Cell label="First seen">
                <RelativeTime at={planner.firstSeenAt} />
              </Cell>
              <Cell label="Last seen">
                <RelativeTime at={planner.lastSeenAt} />
                <span className="block text-ink-faint text-xs max-md:hidden">
                  in {count(planner.occurrenceCount, "sync")}
                </span>
              </Cell>
              <Cell className="max-md:basis-full">
                {isAdmin ? (
                  <LinkTo planner={planner} members={members} link={link} />
                ) : (
                  <span className="text-ink-faint">An admin can link it</span>
                )}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}

function LinkTo({
  planner,
  members,
  link,
}: { planner: UnlinkedPlannerView } & Pick<Props, "members" | "link">) {
  const [userId, setUserId] = useState("")
  const cache = useQueryClient()
  const linking = useAction({
    act: () => link({ plannerId: planner.id, userId }),
    onDone: ({ circuits }) => {
      toast(`${planner.wsUsername} is linked, with ${count(circuits, "circuit")}`)
      return cache.invalidateQueries({ queryKey: ["circuits"] })
    },
    toldAs: "It was not linked",
  })
  return (
    <span className="flex gap-2 max-md:mt-1">
      <Select
        label={`Member whose name is ${planner.wsUsername}`}
        className="flex-1"
        value={userId}
        choices={[
          { value: "", label: "Choose a member" },
          ...members.map((member) => ({ value: member.userId, label: member.name })),
        ]}
        onChange={setUserId}
      />
      <Button disabled={userId === ""} busy={linking.isPending} onClick={() => linking.run()}>
        Link
      </Button>
    </span>
  )
}
