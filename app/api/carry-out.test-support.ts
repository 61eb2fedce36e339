import { parts, readRun, type Script } from "@/lib/sync/engine.test-support"
import { runSync } from "@/lib/sync/run-sync"

/** Carries out a run that was queued at the API, with a provider that says what the script says; returns its row. */
export async function carryOut(syncLogId: string, script: Script = { records: [] }) {
  await runSync(parts(script), syncLogId, new AbortController().signal)
  return readRun(syncLogId)
}
