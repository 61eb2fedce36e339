"use client"
import { useQuery } from "@tanstack/react-query"
import { cronPreviewQuery } from "@/lib/queries/schedule"
import { intervalWords } from "./schedule-draft"

type Schedule = { syncInterval: number | null; cron: string | null; timeZone: string }

/** A saved schedule in words. */
export function ScheduleWords({ syncInterval, cron, timeZone }: Schedule) {
  if (cron !== null) return <CronWords cron={cron} timeZone={timeZone} />
  return syncInterval === null ? "Manual only" : intervalWords(syncInterval)
}

function CronWords({ cron, timeZone }: { cron: string; timeZone: string }) {
  const { data } = useQuery({ ...cronPreviewQuery({ cron, timeZone }), staleTime: Number.POSITIVE_INFINITY })
  return <span title={`${cron} (${timeZone})`}>{data?.words ?? `${cron}, ${timeZone}`}</span>
}
