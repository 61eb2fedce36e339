"use client"
import { useEffect, useState } from "react"
import { useClock } from "@/components/ui/clock"
import { Progress } from "@/components/ui/progress"
import type { SyncLogView } from "@/lib/domain/sync-log"
import { progressOf } from "./progress-of"
import { addSample, rateOf, recordsPerSecond, type Sample } from "./rate-of"

/** A live run as a bar with its step, records, pages, rate and time left; `run` is null in the moment before it is queued. */
export default function RunProgress({ run }: { run: SyncLogView | null }) {
  const { timeZone } = useClock()
  const now = useNow()
  const rate = useRate(run, now)
  const { step, detail, percent } =
    run === null
      ? { step: "Queueing", detail: null, percent: null }
      : progressOf(run, { now, rate, timeZone })
  return (
    <div>
      <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4">
        <p>{step}</p>
        {detail !== null && <p className="text-ink-soft text-xs tabular-nums">{detail}</p>}
      </div>
      <Progress label={detail === null ? step : `${step}: ${detail}`} value={percent} />
    </div>
  )
}

/** The browser's time, each half second; 0 until it is known, so that the server's first paint is the browser's too. */
function useNow(): number {
  const [now, setNow] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** Records a second of late; in the first seconds those since the start. */
function useRate(run: SyncLogView | null, now: number): number | null {
  const [samples, setSamples] = useState<Sample[]>([])
  const records = run?.progress?.records ?? 0
  useEffect(() => {
    if (now > 0) setSamples((before) => addSample(before, { at: now, records }))
  }, [now, records])
  const sinceStart =
    run?.startedAt == null ? null : recordsPerSecond(records, now - Date.parse(run.startedAt))
  return rateOf(samples) ?? sinceStart
}
