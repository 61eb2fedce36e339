import { statusNames } from "@/components/syncs/sync-wording"
import type { SyncLogView, SyncStatus } from "@/lib/domain/sync-log"

const looks: Record<SyncStatus, string> = {
  PENDING: "h-6 animate-pulse bg-live",
  RUNNING: "h-6 animate-pulse bg-live",
  SUCCESS: "h-4 bg-good/70",
  PARTIAL: "h-5 bg-warn",
  FAILED: "h-6 bg-bad",
  CANCELLED: "h-4 border border-line-strong",
}

const shown = 30
/** On a phone they share the width. */
const stroke = "w-1.5 rounded-xs max-sm:w-0 max-sm:flex-1"

/** The last runs as strokes, the newest on the right; taller ones went worse. */
export function RunStrip({ runs }: { runs: SyncLogView[] }) {
  const inOrder = runs.slice(0, shown).reverse()
  return (
    <div
      role="img"
      aria-label={summary(inOrder)}
      title={summary(inOrder)}
      className="flex h-6 items-end gap-0.5 max-sm:w-full"
    >
      {Array.from({ length: shown - inOrder.length }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: these strokes stand for nothing and never move
        <span key={place} className={`h-1 bg-line ${stroke}`} />
      ))}
      {inOrder.map((run) => (
        <span key={run.id} className={`${stroke} ${looks[run.status]}`} />
      ))}
    </div>
  )
}

function summary(runs: SyncLogView[]): string {
  if (runs.length === 0) return "No syncs yet"
  const names = runs.map(({ status }) => statusNames[status].toLowerCase())
  const counts = [...new Set(names)].map(
    (name) => `${names.filter((other) => other === name).length} ${name}`,
  )
  return `Last ${runs.length === 1 ? "sync" : `${runs.length} syncs`}: ${counts.join(", ")}`
}
