"use client"
import { useSearchParams } from "next/navigation"
import { knownValue } from "@/components/address/known-value"
import type { SyncChangeAction } from "@/lib/domain/sync-change"
import type { LineLevel } from "@/lib/domain/sync-log-query"
import { actionWords } from "./change-wording"
import { levelNames } from "./sync-wording"

type RunAddress = { action: SyncChangeAction | null; level: LineLevel; search: string }

/** Which changes and log lines the address asks for, and how to ask for others. */
export function useRunAddress() {
  const query = useSearchParams()
  const action = knownValue(actionWords, query.get("action"))
  const level = knownValue(levelNames, query.get("level")) ?? "info"
  const search = (query.get("search") ?? "").slice(0, 200)
  const go = (change: Partial<RunAddress>) => {
    const next = { action, level, search, ...change }
    const written = new URLSearchParams()
    if (next.action !== null) written.set("action", next.action)
    if (next.level !== "info") written.set("level", next.level)
    if (next.search !== "") written.set("search", next.search)
    // The address alone: the lists themselves are read by React Query
    const { pathname } = window.location
    window.history.replaceState(null, "", written.size === 0 ? pathname : `${pathname}?${written}`)
  }
  return { action, level, search, go }
}
