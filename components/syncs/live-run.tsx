"use client"
import { lazy, useEffect } from "react"
import { FetchedPart } from "@/components/ui/fetched-part"
import { Progress } from "@/components/ui/progress"
import type { SyncLogView } from "@/lib/domain/sync-log"
import { outcomeOf } from "./sync-wording"

const load = () => import("./run-progress")
const RunProgress = lazy(load)

/** How far a live run is; what tells it is fetched on demand. `run` is null in the moment before it is queued. */
export function LiveRun({ run }: { run: SyncLogView | null }) {
  return (
    <FetchedPart name="The progress" fallback={<Plain words={run === null ? "Queueing" : outcomeOf(run)} />}>
      <RunProgress run={run} />
    </FetchedPart>
  )
}

/** Has what tells of a live run at hand before one shows: the page may stay open while Rollcall is upgraded. */
export function useLiveRunAtHand(): void {
  useEffect(() => {
    load().catch(() => {}) // Told of where it is needed
  }, [])
}

function Plain({ words }: { words: string }) {
  return (
    <div>
      <p className="mb-1.5">{words}</p>
      <Progress label={words} value={null} />
    </div>
  )
}
