"use client"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { count, formatNumber } from "@/components/ui/format-number"
import { Panel } from "@/components/ui/panel"
import { RelativeTime } from "@/components/ui/relative-time"
import { Select } from "@/components/ui/select"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import { toast, toastFailure } from "@/components/ui/toast"
import type { ActionResult } from "@/lib/domain/action-result"
import type { PlannerLinked, PlannerView, UnlinkedPlannerView } from "@/lib/domain/planner"

type Link = (input: { plannerId: string; userId: string }) => Promise<ActionResult<PlannerLinked>>
type Props = { unlinked: UnlinkedPlannerView[]; members: PlannerView[]; link: Link; isAdmin: boolean }

/** Names in WorkStudio that no member has; an admin says whose they are. */
export function UnlinkedPlanners({ unlinked, members, link, isAdmin }: Props) {
  if (unlinked.length === 0) return null
  return (
    <Panel title="Names without a member">
      <Table label="Table of unlinked planners" className="is-centred min-w-[44rem]">
        <thead>
          <tr>
            <HeadCell>Name in WorkStudio</HeadCell>
            <HeadCell className="text-right">Circuits</HeadCell>
            <HeadCell>First seen</HeadCell>
            <HeadCell>Last seen</HeadCell>
            <HeadCell>Member</HeadCell>
          </tr>
        </thead>
        <tbody>
          {unlinked.map((planner) => (
            <Row key={planner.id}>
              <Cell className="wrap-anywhere">{planner.wsUsername}</Cell>
              <Cell className="text-right tabular-nums">{formatNumber(planner.circuitCount)}</Cell>
              <Cell>
                <RelativeTime at={planner.firstSeenAt} />
              </Cell>
              <Cell>
                <RelativeTime at={planner.lastSeenAt} />
                <span className="block text-ink-faint text-xs">
                  in {count(planner.occurrenceCount, "sync")}
                </span>
              </Cell>
              <Cell>
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
  const linking = useMutation({
    mutationFn: () => link({ plannerId: planner.id, userId }),
    onError: () => toastFailure("It was not linked", "Rollcall cannot be reached. Try again."),
    onSuccess: (result) => {
      if (!result.ok) return toastFailure("It was not linked", result.message)
      const { circuits } = result.value
      toast(`${planner.wsUsername} is linked, with ${count(circuits, "circuit")}`)
    },
  })
  return (
    <span className="flex gap-2">
      <Select
        label={`Member whose name is ${planner.wsUsername}`}
        className="w-44"
        value={userId}
        choices={[
          { value: "", label: "Choose a member" },
          ...members.map((member) => ({ value: member.userId, label: member.name })),
        ]}
        onChange={setUserId}
      />
      <Button disabled={userId === ""} busy={linking.isPending} onClick={() => linking.mutate()}>
        Link
      </Button>
    </span>
  )
}
