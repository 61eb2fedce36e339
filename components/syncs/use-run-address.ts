"use client"
import { useSearchParams } from "next/navigation"
import { z } from "zod"
import { type SyncChangeAction, syncChangeAction } from "@/lib/domain/sync-change"
import { type LineLevel, lineLevel } from "@/lib/domain/sync-log-query"

type RunAddress = { action: SyncChangeAction | null; level: LineLevel }

const address = z.object({ action: syncChangeAction.nullable().catch(null), level: lineLevel.catch("info") })

/** Which changes and log lines the address asks for, and how to ask for others. */
export function useRunAddress() {
  const query = useSearchParams()
  const { action, level } = address.parse({ action: query.get("action"), level: query.get("level") })
  const go = (change: Partial<RunAddress>) => {
    const next = { action, level, ...change }
    const written = new URLSearchParams()
    if (next.action !== null) written.set("action", next.action)
    if (next.level !== "info") written.set("level", next.level)
    // The address alone: the lists themselves are read by React Query
    const { pathname } = window.location
    window.history.replaceState(null, "", written.size === 0 ? pathname : `${pathname}?${written}`)
  }
  return { action, level, go }
}
