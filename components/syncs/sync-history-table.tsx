import Link from "next/link"
import { nounOfProvider } from "@/components/inventory/noun-of-provider"
import { nounTitle } from "@/components/inventory/noun-wording"
import { ExactTime } from "@/components/ui/exact-time"
import { formatDuration } from "@/components/ui/format-duration"
import { formatNumber } from "@/components/ui/format-number"
import { None } from "@/components/ui/none"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import type { SyncLogView } from "@/lib/domain/sync-log"
import { countsApart } from "./counts-apart"
import { kindNames, kindOf } from "./run-kind"
import { RunStatus } from "./run-status"
import { confirmedRecords, leftOverOf, triggerNames, unitsNote } from "./sync-wording"

type Props = {
  runs: SyncLogView[]
  /** They are of several integrations. */
  namesIntegrations?: boolean
}

/** Runs in rows; the start of each leads to its page. */
export function SyncHistoryTable({ runs, namesIntegrations = false }: Props) {
  return (
    <Table label="Syncs" className="is-centred">
      <thead>
        <tr>
          <HeadCell>Status</HeadCell>
          <HeadCell>Started</HeadCell>
          {namesIntegrations && <HeadCell>Integration</HeadCell>}
          <HeadCell>Kind</HeadCell>
          <HeadCell>Trigger</HeadCell>
          <HeadCell className="text-right">Duration</HeadCell>
          <HeadCell className="text-right">{recordsName(runs)}</HeadCell>
          <HeadCell className="text-right">Created</HeadCell>
          <HeadCell className="text-right">Updated</HeadCell>
          <HeadCell className="text-right">Removed</HeadCell>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <RunRows key={run.id} run={run} namesIntegration={namesIntegrations} />
        ))}
      </tbody>
    </Table>
  )
}

/** What is counted: by name where all runs are about the same. */
function recordsName(runs: SyncLogView[]): string {
  const [noun, ...others] = new Set(runs.map(({ provider }) => nounOfProvider(provider)))
  return noun === undefined || others.length > 0 ? "Records" : nounTitle(noun)
}

const number = "whitespace-nowrap text-right tabular-nums"

function RunRows({ run, namesIntegration }: { run: SyncLogView; namesIntegration: boolean }) {
  const columns = namesIntegration ? 10 : 9
  const { counts } = countsApart(run)
  const units = run.error === null ? unitsNote(run) : null
  const note = run.error?.message ?? leftOverOf(run.counts, nounOfProvider(run.provider))
  return (
    <>
      <Row>
        <Cell>
          <RunStatus run={run} />
        </Cell>
        <Cell className="whitespace-nowrap">
          <Link
            href={`/syncs/${run.id}`}
            className="underline decoration-line-strong underline-offset-2 hover:decoration-ink"
          >
            <ExactTime at={run.startedAt ?? run.createdAt} />
          </Link>
        </Cell>
        {namesIntegration && <Cell className="min-w-32 wrap-anywhere">{run.integrationName}</Cell>}
        <Cell className="whitespace-nowrap">{kindNames[kindOf(run)]}</Cell>
        <Cell className="whitespace-nowrap text-ink-soft">
          {triggerNames[run.trigger]}
          {run.triggeredBy !== null && `, ${run.triggeredBy}`}
          {run.statusFilter != null && (
            <span className="block text-ink-faint text-xs">{run.statusFilter}</span>
          )}
        </Cell>
        <Cell className={number}>
          {run.durationMs === null ? <None text="–" /> : formatDuration(run.durationMs)}
        </Cell>
        <Cell className={number}>{formatNumber(confirmedRecords(counts))}</Cell>
        <Cell className={number}>{formatNumber(counts.created)}</Cell>
        <Cell className={number}>{formatNumber(counts.updated)}</Cell>
        <Cell className={number}>{formatNumber(counts.removed)}</Cell>
      </Row>
      {units !== null && <NoteRow columns={columns} tone="text-ink-soft" text={units} />}
      {note !== null && (
        <NoteRow columns={columns} tone={run.error === null ? "text-warn" : "text-bad"} text={note} />
      )}
    </>
  )
}

type NoteProps = { columns: number; tone: string; text: string }

function NoteRow({ columns, tone, text }: NoteProps) {
  return (
    <tr>
      <td colSpan={columns} className={`px-4 pb-2 wrap-anywhere ${tone}`}>
        {/* stays in sight where the table is wider than the screen */}
        <div className="sticky left-4 w-fit max-w-[calc(100vw-4rem)]">{text}</div>
      </td>
    </tr>
  )
}
