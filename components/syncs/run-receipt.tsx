import { CircleCheck, CircleDashed, type LucideIcon, ShieldCheck, ShieldX, TriangleAlert } from "lucide-react"
import { streamName } from "@/components/inventory/noun-wording"
import { Badge } from "@/components/ui/badge"
import { Panel } from "@/components/ui/panel"
import { isRunning } from "@/lib/domain/is-running"
import type { StreamReceipt, SyncLogView } from "@/lib/domain/sync-log"
import { allowsRemovals, readWords, receiptNotes, removalWords } from "./receipt-words"
import { kindOf } from "./run-kind"

/** What proves that each stream was read whole, and so whether anything could be removed (N-RECEIPT). */
export function RunReceipt({ run }: { run: SyncLogView }) {
  // An applied plan has one that only counts
  const streams = kindOf(run) === "application" ? [] : Object.entries(run.receipt)
  return (
    <Panel title="Receipt">
      {streams.length === 0 ? (
        <p className="px-4 py-3 text-ink-soft">{noReceipt(run)}</p>
      ) : (
        <ul className="divide-y divide-line">
          {streams.map(([stream, receipt]) => (
            <StreamLine key={stream} stream={stream} receipt={receipt} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function noReceipt(run: SyncLogView): string {
  const kind = kindOf(run)
  if (kind === "application") return "None: a plan is carried out without reading the source."
  if (kind === "reversal") return "None: it was planned from the history, and read nothing."
  if (isRunning(run.status)) return "It is written once everything has been read."
  return "None: nothing was read to the end, so nothing could be removed."
}

function StreamLine({ stream, receipt }: { stream: string; receipt: StreamReceipt }) {
  const isAllowed = allowsRemovals(receipt, stream)
  return (
    <li className="space-y-1.5 px-4 py-3">
      <p className="flex items-center gap-2 font-medium">
        {streamName(stream)}
        <Badge tone={receipt.complete ? "good" : "warn"}>
          {receipt.complete ? "Complete" : "Not complete"}
        </Badge>
      </p>
      <Line Icon={receipt.complete ? CircleCheck : CircleDashed} isGood={receipt.complete}>
        {readWords(receipt)}
      </Line>
      <Line Icon={isAllowed ? ShieldCheck : ShieldX} isGood={isAllowed}>
        {removalWords(receipt)}
      </Line>
      {receipt.warnings.map((warning) => (
        <Line key={warning} Icon={TriangleAlert} isGood={false}>
          {warning}
        </Line>
      ))}
      {receiptNotes(receipt).map((note) => (
        <p key={note} className="pl-6 text-ink-soft text-xs">
          {note}
        </p>
      ))}
    </li>
  )
}

function Line({ Icon, isGood, children }: { Icon: LucideIcon; isGood: boolean; children: string }) {
  return (
    <p className="flex gap-2">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${isGood ? "text-good" : "text-warn"}`} />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  )
}
