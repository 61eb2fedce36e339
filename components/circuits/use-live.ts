"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import { eventNames } from "@/lib/domain/event-names"

/** A sync tells of thousands of circuits at once. */
const gatherMs = 500

/**
 * Looks again at what is read under `key` as soon as a channel tells of a change; pages poll as well, so this only hastens it.
 * Listens only while the tab is in sight: a browser has few connections to one host, and all its tabs share them.
 */
export function useLive(channel: string, key: string): void {
  const cache = useQueryClient()
  useEffect(() => {
    let source: EventSource | null = null
    let gathering: ReturnType<typeof setTimeout> | undefined
    const lookAgain = () => {
      gathering ??= setTimeout(() => {
        gathering = undefined
        void cache.invalidateQueries({ queryKey: [key] })
      }, gatherMs)
    }
    const stop = () => {
      source?.close()
      source = null
      clearTimeout(gathering)
      gathering = undefined
    }
    const follow = () => {
      if (document.hidden) return stop()
      if (source !== null) return
      source = new EventSource(`/api/events?channel=${channel}`)
      for (const name of Object.values(eventNames)) source.addEventListener(name, lookAgain)
    }
    follow()
    document.addEventListener("visibilitychange", follow)
    return () => {
      document.removeEventListener("visibilitychange", follow)
      stop()
    }
  }, [cache, channel, key])
}
