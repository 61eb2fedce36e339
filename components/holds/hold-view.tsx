"use client"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { versionPath } from "@/components/lists/list-address"
import { Badge } from "@/components/ui/badge"
import { ExactTime } from "@/components/ui/exact-time"
import { Fact, Facts } from "@/components/ui/facts"
import { count } from "@/components/ui/format-number"
import { Notice } from "@/components/ui/notice"
import { PageHeading } from "@/components/ui/page-heading"
import { Panel } from "@/components/ui/panel"
import { RelativeTime } from "@/components/ui/relative-time"
import type { Role } from "@/lib/domain/account"
import type { RemovalHoldView } from "@/lib/domain/removal-hold"
import { holdQuery } from "@/lib/queries/holds"
import { HeldList } from "./held-list"
import { HeldRecords } from "./held-records"
import type { HoldActions } from "./hold-actions"
import { approvalWords, holdTitle, outcomeWords, shareWords, statusName, statusTones } from "./hold-wording"

type Props = { initial: RemovalHoldView; role: Role; actions: HoldActions }

/** One hold: why it is one, what waits in it, and the decision over all or some of them. */
export function HoldView({ initial, role, actions }: Props) {
  const { data: hold, error } = useQuery({ ...holdQuery(initial.id), initialData: initial })
  return (
    <>
      <PageHeading
        back={{ href: "/holds", label: "Holds" }}
        title={`${holdTitle(hold)} ${hold.integrationName}`}
        lead={
          <span className="flex flex-wrap items-center gap-2">
            <Badge tone={statusTones[hold.status]}>{statusName(hold)}</Badge>
            {outcomeWords(hold)}
          </span>
        }
      />
      <div className="space-y-4">
        {error !== null && (
          <Notice tone="warn" title="This page may be out of date">
            {error.message}
          </Notice>
        )}
        <HoldFacts hold={hold} />
        {hold.status === "open" &&
          (hold.stream === "list" ? (
            <HeldList hold={hold} role={role} actions={actions} />
          ) : (
            <HeldRecords hold={hold} role={role} actions={actions} />
          ))}
      </div>
    </>
  )
}

function HoldFacts({ hold }: { hold: RemovalHoldView }) {
  return (
    <Panel label="This hold">
      <Facts>
        <Fact name="Reason">{hold.reason}</Fact>
        <Fact name={hold.status === "open" ? "Waiting" : "Records"}>{shareWords(hold)}</Fact>
        {hold.list !== null && hold.status === "open" && (
          <Fact name="If approved">
            <span className="font-medium">{approvalWords(hold.list)}</span>
          </Fact>
        )}
        <Fact name="Held">
          <RelativeTime at={hold.createdAt} /> by{" "}
          <Link href={`/syncs/${hold.syncLogId}`} className="underline underline-offset-2">
            a sync of {hold.integrationName}
          </Link>
        </Fact>
        {hold.list !== null && hold.status !== "open" && (
          <Fact name="List">
            <Link href={versionPath(hold.list.id)} className="underline underline-offset-2">
              {count(hold.list.items, "item")}, with all differences
            </Link>
          </Fact>
        )}
        {hold.decidedAt !== null && (
          <Fact name="Decided">
            <ExactTime at={hold.decidedAt} />
            {hold.decidedBy !== null && ` by ${hold.decidedBy}`}
          </Fact>
        )}
      </Facts>
    </Panel>
  )
}
