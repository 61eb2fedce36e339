import Link from "next/link"
import { Badge } from "@/components/ui/badge"
import { ExactTime } from "@/components/ui/exact-time"
import { formatDuration } from "@/components/ui/format-duration"
import { formatNumber } from "@/components/ui/format-number"
import { None } from "@/components/ui/none"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import type { SyncLogView } from "@/lib/domain/sync-log"
import { confirmedDevices, leftOverOf, statusNames, statusTones, triggerNames } from "./sync-wording"

/** Runs in rows; the start of each leads to its page. */
export function SyncHistoryTable({ runs }: { runs: SyncLogView[] }) {
  return (
    <Table label="Syncs">
      <thead>
        <tr>
          <HeadCell>Status</HeadCell>
          <HeadCell>Started</HeadCell>
          <HeadCell>Trigger</HeadCell>
          <HeadCell className="text-right">Duration</HeadCell>
          <HeadCell className="text-right">Devices</HeadCell>
          <HeadCell className="text-right">Created</HeadCell>
          <HeadCell className="text-right">Updated</HeadCell>
          <HeadCell className="text-right">Removed</HeadCell>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <RunRows key={run.id} run={run} />
        ))}
      </tbody>
    </Table>
  )
}

const number = "whitespace-nowrap text-right tabular-nums"

function RunRows({ run }: { run: SyncLogView }) {
  const note = run.error?.message ?? leftOverOf(run.counts)
  return (
    <>
      <Row>
        <Cell>
          <Badge tone={statusTones[run.status]}>{statusNames[run.status]}</Badge>
        </Cell>
        <Cell className="whitespace-nowrap">
          <Link
            href={`/syncs/${run.id}`}
            className="underline decoration-line-strong underline-offset-2 hover:decoration-ink"
          >
            <ExactTime at={run.startedAt ?? run.createdAt} />
          </Link>
        </Cell>
        <Cell className="whitespace-nowrap text-ink-soft">
          {triggerNames[run.trigger]}
          {run.triggeredBy !== null && `, ${run.triggeredBy}`}
          {run.mode !== "sync" && ` (${run.mode})`}
        </Cell>
        <Cell className={number}>
          {run.durationMs === null ? <None text="–" /> : formatDuration(run.durationMs)}
        </Cell>
        <Cell className={number}>{formatNumber(confirmedDevices(run.counts))}</Cell>
        <Cell className={number}>{formatNumber(run.counts.created)}</Cell>
        <Cell className={number}>{formatNumber(run.counts.updated)}</Cell>
        <Cell className={number}>{formatNumber(run.counts.removed)}</Cell>
      </Row>
      {note !== null && (
        <tr>
          <td
            colSpan={8}
            className={`px-4 pb-2 wrap-anywhere ${run.error === null ? "text-warn" : "text-bad"}`}
          >
            {note}
          </td>
        </tr>
      )}
    </>
  )
}
