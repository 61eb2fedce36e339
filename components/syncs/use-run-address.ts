"use client"
import { useSearchParams } from "next/navigation"
import { type RunAddress, readRunAddress } from "./run-address"

/** Which changes and log lines the address asks for, and how to ask for others. */
export function useRunAddress() {
  const address = readRunAddress(new URLSearchParams(useSearchParams()))
  const go = (change: Partial<RunAddress>) => {
    const next = { ...address, ...change }
    const written = new URLSearchParams()
    if (next.action !== null) written.set("action", next.action)
    if (next.level !== "info") written.set("level", next.level)
    if (next.search !== "") written.set("search", next.search)
    // The address alone: the lists themselves are read by React Query
    const { pathname } = window.location
    window.history.replaceState(null, "", written.size === 0 ? pathname : `${pathname}?${written}`)
  }
  return { ...address, go }
}
