"use client"
import { lazy, Suspense } from "react"
import { Progress } from "@/components/ui/progress"
import type { SyncLogView } from "@/lib/domain/sync-log"

const RunProgress = lazy(() => import("./run-progress"))

/** How far a live run is; what tells it is fetched once something runs. `run` is null in the moment before it is queued. */
export function LiveRun({ run }: { run: SyncLogView | null }) {
  return (
    <Suspense fallback={<Queueing />}>
      <RunProgress run={run} />
    </Suspense>
  )
}

function Queueing() {
  return (
    <div>
      <p className="mb-1.5">Queueing</p>
      <Progress label="Queueing" value={null} />
    </div>
  )
}
