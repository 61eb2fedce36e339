import type { ProviderId } from "@/lib/domain/provider-id"
import type { SyncCounts, SyncMode, SyncStatus } from "@/lib/domain/sync-log"
import { processMetrics } from "./process-metrics"

type EndedRun = {
  run: { provider: ProviderId; mode: SyncMode }
  status: SyncStatus
  counts: SyncCounts
  /** Null where nobody measured it: its worker died. */
  seconds: number | null
}

/** Counts a run whose ending was recorded (O-METRICS). */
export function countRun({ run: { provider, mode }, status, counts, seconds }: EndedRun): void {
  const { runs, runSeconds, records } = processMetrics()
  runs.inc({ provider, mode, status })
  if (seconds !== null) runSeconds.observe({ provider, mode }, seconds)
  for (const [outcome, count] of Object.entries(counts)) records.inc({ provider, mode, outcome }, count)
}
