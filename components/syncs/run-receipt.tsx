import { CircleCheck, CircleDashed } from "lucide-react"
import { Panel } from "@/components/ui/panel"
import { isRunning, type StreamReceipt, type SyncLogView } from "@/lib/domain/sync-log"
import { receiptNotes, receiptWords } from "./receipt-words"

/** What proves that each stream was read whole, and so whether anything could be removed. */
export function RunReceipt({ run }: { run: SyncLogView }) {
  const streams = Object.entries(run.receipt)
  return (
    <Panel title="Receipt">
      {streams.length === 0 ? (
        <p className="px-4 py-3 text-ink-soft">
          {isRunning(run.status)
            ? "It is written once everything has been read."
            : "None: nothing was read to the end, so nothing could be removed."}
        </p>
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

function StreamLine({ stream, receipt }: { stream: string; receipt: StreamReceipt }) {
  const Icon = receipt.complete ? CircleCheck : CircleDashed
  return (
    <li className="flex gap-2.5 px-4 py-3">
      <Icon
        aria-hidden
        className={`mt-0.5 size-4 shrink-0 ${receipt.complete ? "text-good" : "text-warn"}`}
      />
      <div className="min-w-0 wrap-anywhere">
        <p className="font-medium">{streamNames[stream] ?? stream}</p>
        <p className="text-ink-soft">{receiptWords(receipt)}</p>
        {receiptNotes(receipt).map((note) => (
          <p key={note} className="text-ink-faint text-xs">
            {note}
          </p>
        ))}
      </div>
    </li>
  )
}

const streamNames: Record<string, string> = { devices: "Devices" }
