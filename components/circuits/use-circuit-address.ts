"use client"
import { useSearchParams } from "next/navigation"
import { type CircuitAddress, readAddress, writeAddress } from "./circuit-address"

/** What the address asks for, and how to ask for something else. Anything but turning the page starts at the first. */
export function useCircuitAddress() {
  const query = useSearchParams()
  const address = readAddress(new URLSearchParams(query))
  const go = (change: Partial<CircuitAddress>) =>
    // The address alone: the list itself is read by React Query, so the server need not render the page again
    window.history.pushState(null, "", writeAddress({ ...address, pages: [], ...change }))
  return { address, go }
}
