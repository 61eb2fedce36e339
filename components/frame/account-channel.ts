"use client"
import { useEffect } from "react"

const name = "rollcall-account"

/** Starts from the first page with nothing kept of the account before, here and in all other tabs. */
export function startAnewEverywhere(): void {
  new BroadcastChannel(name).postMessage("changed")
  startAnew()
}

/** Starts anew when another tab changed the account: what this page shows is not what it would act on. */
export function useAccountChange(): void {
  useEffect(() => {
    const channel = new BroadcastChannel(name)
    channel.onmessage = startAnew
    return () => channel.close()
  }, [])
}

const startAnew = () => window.location.assign("/")
