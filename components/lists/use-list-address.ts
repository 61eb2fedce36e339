"use client"
import { useSearchParams } from "next/navigation"
import { type ListAddress, readAddress, writeAddress } from "./list-address"

/** What the address asks for, and how to ask for something else. Anything but turning the page starts at the first. */
export function useListAddress() {
  const address = readAddress(new URLSearchParams(useSearchParams()))
  const go = (change: Partial<ListAddress>) =>
    // The address alone: the list itself is read by React Query
    window.history.pushState(null, "", writeAddress({ ...address, pages: [], ...change }))
  return { address, go }
}
